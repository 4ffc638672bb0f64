import { conditionsCanHold } from "../../compiler/src/rules/conditions-can-hold.ts";
import { testRule } from "../support/rule-cases.ts";

testRule("conditions-can-hold", conditionsCanHold, {
  valid: {
    "different cases": {
      steps: {
        in: "incoming-call",
        a: [
          "condition",
          {
            cases: [
              { name: "x", when: "n > 1.0" },
              { name: "y", when: "n > 2.0" },
            ],
          },
        ],
      },
      variables: { n: "number" },
      edges: ["in > a"],
    },
    "a split, whose conditions are its own": {
      steps: { in: "incoming-call", a: "random-split" },
      edges: ["in > a"],
    },
  },
  invalid: {
    "the same again, written another way": {
      steps: {
        in: "incoming-call",
        a: [
          "condition",
          {
            cases: [
              { name: "x", when: "n > 1.0" },
              { name: "y", when: " n  > 1.0" },
            ],
          },
        ],
      },
      variables: { n: "number" },
      edges: ["in > a"],
      finds: [
        { code: "case-never-taken", severity: "warning", says: "case 2, for case 1 holds whenever it does", step: "a" },
      ],
    },
    "behind one that always holds": {
      steps: {
        in: "incoming-call",
        a: [
          "condition",
          {
            cases: [
              { name: "x", when: "true" },
              { name: "y", when: "n > 1.0" },
            ],
          },
        ],
      },
      variables: { n: "number" },
      edges: ["in > a"],
      finds: [{ code: "case-never-taken", severity: "warning", says: "case 2, for case 1 holds always", step: "a" }],
    },
  },
});
