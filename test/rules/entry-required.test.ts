import { entryRequired } from "../../compiler/src/rules/entry-required.ts";
import { labelOf } from "../support/flow-builder.ts";
import { testRule } from "../support/rule-cases.ts";

const twice = { code: "entry-required", severity: "error" } as const;

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
      finds: [{ ...twice, step: "night", says: `is a second Incoming call: calls begin at "${labelOf("day")}"` }],
    },
    "three incoming and two outgoing calls": {
      steps: { a: "incoming-call", b: "outgoing-call", c: "incoming-call", d: "outgoing-call", e: "incoming-call" },
      finds: [
        { ...twice, step: "c", says: `second Incoming call: calls begin at "${labelOf("a")}"` },
        { ...twice, step: "d", says: `second Outgoing call: calls begin at "${labelOf("b")}"` },
        { ...twice, step: "e", says: `second Incoming call: calls begin at "${labelOf("a")}"` },
      ],
    },
  },
});
