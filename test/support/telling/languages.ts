import { flow, one, press, question, type TellingFlow, two } from "./telling-flow.ts";

const inSpanish = (say: string, spanish: string) => ({ say, translations: { "es-ES": { say: spanish, of: say } } });

/** Which language is heard, and by whom. */
export const aboutLanguages: readonly TellingFlow[] = [
  {
    flow: {
      ...flow(
        "languages that callers choose, a value names, and a placed call is given",
        [
          ["entry", "incoming-call", {}],
          ["hello", "say", inSpanish("Hello", "Hola")],
          ["menu", "menu", { ...question, attempts: 1, prompt: inSpanish("Which?", "¿Cuál?"), options: [one, two] }],
          ["spanish", "set-language", { by: "language", language: "es-ES" }],
          ["count", "set-variable", { assignments: [{ variable: "count", value: "count + 1" }] }],
          ["code", "set-variable", { assignments: [{ variable: "name", value: '"es"' }] }],
          ["named", "set-language", { by: "value", language: "", value: "name" }],
          ["bye", "say", inSpanish("Bye", "Adiós")],
          ["plain", "say", { say: "Not translated" }],
          ["value", "say", { say: "{count}" }],
          ["dial", "place-call", { number: "102", callerId: "", callerDisplayName: "" }],
          ["theirs", "say", inSpanish("You are called", "Le llaman")],
        ],
        [
          "entry next hello",
          "hello next menu",
          "menu 1 spanish",
          "spanish next count",
          "count next hello",
          "menu 2 code",
          "code next named",
          "named next bye",
          "named other plain",
          "menu no-input plain",
          "bye next plain",
          "plain next value",
          "value next dial",
          "dial answered theirs",
        ],
      ),
      languages: ["en-US", "de-DE", "es-ES"],
    },
    caller: [press("2")],
  },
  {
    flow: {
      ...flow(
        "a file that is stopped after a second, and words in its place that are not",
        [
          ["entry", "incoming-call", {}],
          ["file", "play", { play: "c.wav", maxSeconds: 1, repeat: true }],
          ["spanish", "set-language", { by: "language", language: "es-ES" }],
          [
            "words",
            "play",
            { play: "c.wav", maxSeconds: 1, repeat: true, translations: { "es-ES": { say: "Un momento" } } },
          ],
          ["bye", "say", { say: "Bye" }],
        ],
        ["entry next file", "file next spanish", "spanish next words", "words next bye"],
      ),
      languages: ["en-US", "es-ES"],
    },
    caller: [],
  },
];
