import { flow, press, question, type TellingFlow } from "./telling-flow.ts";

/** Calls that come by the same place again, or never end. */
export const aboutRounds: readonly TellingFlow[] = [
  {
    flow: flow(
      "a decision that leads straight back to a question",
      [
        ["entry", "incoming-call", {}],
        [
          "pin",
          "collect-digits",
          { ...question, prompt: { say: "Digits" }, minDigits: 2, maxDigits: 2, saveTo: "name" },
        ],
        ["again", "condition", { cases: [{ name: "again", when: 'name == "11"' }] }],
        ["read", "say", { say: "{name}" }],
      ],
      ["entry next pin", "pin entered again", "again again pin", "again otherwise read"],
    ),
    caller: [press("11"), press("11"), press("22")],
  },
  {
    flow: flow(
      "OzML of one's own that asks for a document over and over, which nobody on the line notices",
      [
        ["entry", "incoming-call", {}],
        ["own", "raw-ozml", { ozml: '<GoTo Url="http://elsewhere.example/menu"/>' }],
      ],
      ["entry next own", "own next own"],
    ),
    caller: [],
  },
  {
    flow: flow(
      "a call that never ends, placed by one that does",
      [
        ["entry", "incoming-call", {}],
        ["dial", "place-call", { number: "102", callerId: "", callerDisplayName: "" }],
        [
          "again",
          "menu",
          { ...question, attempts: 1, prompt: { say: "Well?" }, options: [{ key: "1", label: "Yes" }] },
        ],
      ],
      ["entry next dial", "dial answered again", "again no-input again"],
    ),
    caller: [],
  },
  {
    flow: flow(
      "chance falls anew each time a call comes by, whatever was asked between",
      [
        ["entry", "incoming-call", {}],
        ["throw", "random-split", { ways: ["a", "b", "c"].map((name) => ({ name, weight: 10 })) }],
        ["a", "say", { say: "a" }],
        ["b", "say", { say: "b" }],
        [
          "pin",
          "collect-digits",
          { ...question, prompt: { say: "Digits" }, minDigits: 1, maxDigits: 1, saveTo: "name" },
        ],
      ],
      ["entry next throw", "throw a a", "throw b b", "a next pin", "b next pin", "pin entered throw"],
    ),
    caller: [..."12345678"].map(press),
  },
];
