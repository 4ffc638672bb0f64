import { retriesGiven } from "../../compiler/src/rules/retries-given.ts";
import { testRule } from "../support/rule-cases.ts";

testRule("retries-given", retriesGiven, {
  valid: {
    "asked twice": {
      steps: { in: "incoming-call", a: ["menu", { attempts: 2 }] },
      edges: ["in > a"],
    },
    "asked once, and led to somebody": {
      steps: { in: "incoming-call", a: ["menu", { attempts: 1 }], desk: ["transfer", { target: "1" }] },
      edges: ["in > a.exhausted > desk"],
    },
  },
  invalid: {
    "asked once, and the call is over": {
      steps: { in: "incoming-call", a: ["menu", { attempts: 1 }], bye: "hang-up" },
      edges: ["in > a.exhausted > bye"],
      finds: [{ code: "retry-missing", severity: "warning", says: "asked once", step: "a", path: ["attempts"] }],
    },
    "asked once, and led nowhere": {
      steps: { in: "incoming-call", a: ["menu", { attempts: 1 }] },
      edges: ["in > a"],
      finds: [{ code: "retry-missing", severity: "warning", says: "asked once", step: "a", path: ["attempts"] }],
    },
  },
});
