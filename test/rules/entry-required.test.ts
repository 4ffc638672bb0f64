import { entryRequired } from "../../compiler/src/rules/entry-required.ts";
import { testRule } from "../support/rule-cases.ts";

const twice = { code: "entry-required", severity: "error", says: "calls can only begin at one of them" } as const;

testRule("entry-required", entryRequired, {
  valid: {
    "calls come in": { steps: { in: "incoming-call" } },
    "calls go out": { steps: { out: "outgoing-call" } },
    "calls come in and go out": { steps: { in: "incoming-call", out: "outgoing-call" } },
  },
  invalid: {
    "nothing at all": {
      steps: {},
      finds: [{ code: "entry-required", severity: "error", says: "No call gets in" }],
    },
    "steps, but no way to them": {
      steps: { hello: "say", bye: "hang-up" },
      edges: ["hello > bye"],
      finds: [
        { code: "entry-required", severity: "error", says: "begin the flow with an incoming or an outgoing call" },
      ],
    },
    "two incoming calls: the second is named": {
      steps: { day: "incoming-call", night: "incoming-call" },
      finds: [{ ...twice, step: "night", unnamed: true }],
    },
    "three incoming and two outgoing calls": {
      steps: { a: "incoming-call", b: "outgoing-call", c: "incoming-call", d: "outgoing-call", e: "incoming-call" },
      finds: [
        { ...twice, step: "c", unnamed: true },
        { ...twice, step: "d", unnamed: true },
        { ...twice, step: "e", unnamed: true },
      ],
    },
  },
});
