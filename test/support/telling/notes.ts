import { flow, one, press, question, recording, type TellingFlow, two } from "./telling-flow.ts";

/** What is noted of a call, and of which way through it. */
export const aboutNotes: readonly TellingFlow[] = [
  {
    flow: flow(
      "each way from a question has something to note, and only one of them is taken",
      [
        ["entry", "incoming-call", {}],
        ["menu", "menu", { ...question, attempts: 1, prompt: { say: "Which?" }, options: [one, two] }],
        ["first", "disposition", { disposition: "first", note: "" }],
        ["name", "set-variable", { assignments: [{ variable: "name", value: '"Ann"' }] }],
        ["second", "disposition", { disposition: "second", note: "{name}" }],
        ["silent", "disposition", { disposition: "silent", note: "" }],
        ["leave", "record", { ...recording, prompt: { say: "Speak" }, saveTo: "entry" }],
        ["last", "disposition", { disposition: "last", note: "{entry}" }],
      ],
      [
        "entry next menu",
        "menu 1 first",
        "menu 2 name",
        "name next second",
        "menu no-input silent",
        "first next leave",
        "second next leave",
        "silent next leave",
        "leave next last",
      ],
    ),
    caller: [press("2"), { does: "talk", seconds: 3 }],
  },
  {
    flow: flow(
      "what is noted behind a question, and nothing more is asked",
      [
        ["entry", "incoming-call", {}],
        ["menu", "menu", { ...question, attempts: 1, prompt: { say: "Which?" }, options: [one, two] }],
        ["first", "disposition", { disposition: "first", note: "" }],
        ["bye", "say", { say: "Bye" }],
      ],
      ["entry next menu", "menu 1 first", "first next bye"],
    ),
    caller: [press("1")],
  },
  {
    flow: flow(
      "what is noted of a transfer that fails is not noted of one that succeeds",
      [
        ["entry", "incoming-call", {}],
        ["transfer", "transfer", { target: "102" }],
        ["failed", "disposition", { disposition: "nobody there", note: "" }],
        ["bye", "say", { say: "Bye" }],
      ],
      ["entry next transfer", "transfer failed failed", "failed next bye"],
    ),
    caller: [],
  },
];
