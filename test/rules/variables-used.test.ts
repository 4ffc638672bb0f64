import { variablesUsed } from "../../compiler/src/rules/variables-used.ts";
import { testRule } from "../support/rule-cases.ts";

testRule("variables-used", variablesUsed, {
  valid: {
    "kept and never read: whoever looks at the call reads it": {
      steps: { in: "incoming-call", a: ["record", { saveTo: "address" }] },
      variables: { address: "text" },
      edges: ["in > a"],
    },
    "read in a text, in an expression": {
      steps: {
        in: "incoming-call",
        a: ["say", { say: "Hello {name}" }],
        b: ["condition", { cases: [{ name: "x", when: "tries > 1.0" }] }],
      },
      variables: { name: "text", tries: "number" },
      edges: ["in > a > b"],
    },
  },
  invalid: {
    nowhere: {
      steps: { in: "incoming-call", a: "say" },
      variables: { spare: "text" },
      edges: ["in > a"],
      finds: [{ code: "variable-unused", severity: "warning", says: 'the variable "spare"' }],
    },
  },
});
