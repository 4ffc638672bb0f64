import { rejectComesFirst } from "../../compiler/src/rules/reject-comes-first.ts";
import { testRule } from "../support/rule-cases.ts";

const late = {
  code: "reject-comes-first",
  severity: "error",
  says: "a call can only be rejected before anything else happens to it",
  step: "no",
} as const;
const yes = ["condition", { cases: [{ name: "yes", when: "true" }] }] as const;

testRule("reject-comes-first", rejectComesFirst, {
  valid: {
    "the first thing that happens": { steps: { in: "incoming-call", no: "reject" }, edges: ["in > no"] },
    "after decisions that the caller does not notice": {
      steps: {
        in: "incoming-call",
        count: ["set-variable", { assignments: [{ variable: "tries", value: "tries + 1" }] }],
        who: yes,
        no: "reject",
        hello: "say",
      },
      variables: { tries: "number" },
      edges: ["in > count > who.yes > no", "who.otherwise > hello"],
    },
    "after a text that says nothing": {
      steps: { in: "incoming-call", hush: ["say", { say: " " }], no: "reject" },
      edges: ["in > hush > no"],
    },
    "a late one that no call comes to": {
      steps: { in: "incoming-call", hello: "say", lost: "say", no: "reject" },
      edges: ["in > hello", "lost > no"],
    },
  },
  invalid: {
    "after words": {
      steps: { in: "incoming-call", hello: "say", no: "reject" },
      edges: ["in > hello > no"],
      finds: [late],
    },
    "after silence": {
      steps: { in: "incoming-call", wait: "delay", no: "reject" },
      edges: ["in > wait > no"],
      finds: [late],
    },
    "behind a key": {
      steps: { in: "incoming-call", ask: "menu", no: "reject" },
      edges: ["in > ask.1 > no"],
      finds: [late],
    },
    "behind a question without words that nobody answers": {
      steps: { in: "incoming-call", ask: ["menu", { prompt: { say: "" } }], no: "reject" },
      edges: ["in > ask.no-input > no"],
      finds: [late],
    },
    "behind digits that the server judges": {
      steps: { in: "incoming-call", ask: ["collect-digits", { saveTo: "pin" }], no: "reject" },
      variables: { pin: "text" },
      edges: ["in > ask.entered > no"],
      finds: [late],
    },
    "behind a recording whose end is reported": {
      steps: { in: "incoming-call", tape: ["record", { prompt: { say: "" }, saveTo: "file" }], no: "reject" },
      variables: { file: "text" },
      edges: ["in > tape > no"],
      finds: [late],
    },
    "on one of two ways, the other is right": {
      steps: { in: "incoming-call", who: yes, hello: "say", no: "reject" },
      edges: ["in > who.yes > no", "who.otherwise > hello > no"],
      finds: [late],
    },
    "in a call that we placed": {
      steps: { out: "outgoing-call", no: "reject" },
      edges: ["out > no"],
      finds: [late],
    },
    "for the callee of a call placed on the way": {
      steps: { in: "incoming-call", ring: ["place-call", { number: "1" }], no: "reject", bye: "hang-up" },
      edges: ["in > ring.answered > no", "ring > bye"],
      finds: [late],
    },
  },
});
