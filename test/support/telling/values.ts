import { flow, press, question, type TellingFlow } from "./telling-flow.ts";

/** Values that travel with links, with placed calls and with what comes later. */
export const aboutValues: readonly TellingFlow[] = [
  {
    flow: flow(
      "a count that is raised in one document and read in the next",
      [
        ["entry", "incoming-call", {}],
        ["hello", "say", { say: "Round {count}" }],
        [
          "more",
          "set-variable",
          {
            assignments: [
              { variable: "count", value: "count + 1" },
              { variable: "name", value: '"n" + name' },
            ],
          },
        ],
        [
          "pin",
          "collect-digits",
          { ...question, prompt: { say: "Digits, {name}" }, minDigits: 2, maxDigits: 2, saveTo: "name" },
        ],
        ["read", "say", { say: "{name} and {count}" }],
      ],
      ["entry next hello", "hello next more", "more next pin", "pin entered read", "read next hello"],
    ),
    caller: [press("12"), press("34"), press("56")],
  },
  {
    flow: flow(
      "a placed call takes the values of its moment with it and gives none back",
      [
        ["entry", "incoming-call", {}],
        ["hello", "say", { say: "Hello" }],
        ["mark", "set-variable", { assignments: [{ variable: "name", value: '"caller"' }] }],
        ["dial", "place-call", { number: "102", callerId: "", callerDisplayName: "" }],
        ["theirs", "say", { say: "You are called by {name}" }],
        ["theirmark", "set-variable", { assignments: [{ variable: "name", value: '"callee"' }] }],
        [
          "theirpin",
          "collect-digits",
          { ...question, prompt: { say: "Digits" }, minDigits: 2, maxDigits: 2, saveTo: "name" },
        ],
        [
          "pin",
          "collect-digits",
          { ...question, prompt: { say: "Digits" }, minDigits: 1, maxDigits: 1, saveTo: "entry" },
        ],
        ["mine", "say", { say: "I am {name}" }],
      ],
      [
        "entry next hello",
        "hello next mark",
        "mark next dial",
        "dial answered theirs",
        "dial next pin",
        "theirs next theirmark",
        "theirmark next theirpin",
        "pin no-input mine",
        "pin entered mine",
      ],
    ),
    caller: [press("7")],
  },
  {
    flow: flow(
      "a report that comes later knows what the call knew when the message was sent",
      [
        ["entry", "incoming-call", {}],
        ["ask", "collect-digits", { ...question, prompt: { say: "Who?" }, minDigits: 1, maxDigits: 1, saveTo: "name" }],
        ["send", "send-sms", { recipient: "{name}", text: "Hi {name}", sender: "", report: true }],
        ["forget", "set-variable", { assignments: [{ variable: "name", value: '"gone"' }] }],
        ["bye", "say", { say: "{name}" }],
        ["report", "delivery-report", { statusIn: "entry" }],
        ["told", "send-email", { recipient: "a@example.com", subject: "{name}", text: "{entry}", sender: "" }],
      ],
      [
        "entry next ask",
        "ask entered send",
        "ask no-input send",
        "send next forget",
        "forget next bye",
        "report next told",
      ],
    ),
    caller: [press("5")],
  },
];
