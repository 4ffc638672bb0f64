import { flow, press, question, type TellingFlow } from "./telling-flow.ts";

const oneKey = { ...question, prompt: { say: "A digit" }, minDigits: 1, maxDigits: 1, withoutPause: true };

/** What becomes of a single key, where that is known before it is pressed and where it is not. */
export const aboutEntries: readonly TellingFlow[] = [
  {
    flow: flow(
      "keys are judged beforehand, wrong ones asked again, and each is kept as it was pressed",
      [
        ["entry", "incoming-call", {}],
        ["first", "collect-digits", { ...oneKey, saveTo: "name", accept: "double(name) > 5" }],
        ["heard", "say", { say: "First {name}" }],
        ["second", "collect-digits", { ...oneKey, saveTo: "entry", anyKeys: true, accept: 'entry != "*"' }],
        ["read", "say", { say: "{name} and {entry}" }],
      ],
      ["entry next first", "first entered heard", "heard next second", "second entered read"],
    ),
    caller: ["3", "7", "*", "#"].map(press),
  },
  {
    flow: flow(
      "a key that is right only beside another one is asked about",
      [
        ["entry", "incoming-call", {}],
        ["first", "collect-digits", { ...oneKey, saveTo: "name" }],
        ["again", "collect-digits", { ...oneKey, saveTo: "entry", accept: "entry == name" }],
        ["same", "say", { say: "Twice {name}" }],
        ["other", "say", { say: "Not the same" }],
      ],
      ["entry next first", "first entered again", "again entered same", "again exhausted other"],
    ),
    caller: ["4", "5", "4"].map(press),
  },
];
