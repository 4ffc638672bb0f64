import { stepReachable } from "../../compiler/src/rules/step-reachable.ts";
import { testRule } from "../support/rule-cases.ts";

const lost = { code: "step-not-reachable", severity: "warning", says: "No call ever comes to" } as const;

testRule("step-reachable", stepReachable, {
  valid: {
    "a flow without an entry: that is told by the rule of entries": { steps: { hello: "say" } },
    "every step is on the way": {
      steps: { in: "incoming-call", hello: "say", bye: "hang-up" },
      edges: ["in > hello > bye"],
    },
    "behind a failure port only": {
      steps: { in: "incoming-call", desk: ["transfer", { target: "1" }], bye: "hang-up" },
      edges: ["in > desk.failed > bye"],
    },
    "only for the callee of a placed call": {
      steps: { in: "incoming-call", ring: ["place-call", { number: "1" }], hello: "say", bye: "hang-up" },
      edges: ["in > ring > bye", "ring.answered > hello > bye"],
    },
    "only by the way that an unconnected port falls back on": {
      steps: { in: "incoming-call", ask: "menu", bye: "hang-up" },
      edges: ["in > ask.exhausted > bye"],
    },
    "from the second entry": {
      steps: { in: "incoming-call", out: "outgoing-call", hello: "say", hi: "say" },
      edges: ["in > hello", "out > hi"],
    },
  },
  invalid: {
    "a step with no line to it": {
      steps: { in: "incoming-call", hello: "say", lost: "say" },
      edges: ["in > hello", "lost > hello"],
      finds: [{ ...lost, step: "lost" }],
    },
    "a part of the flow that was cut off, its loop included": {
      steps: { in: "incoming-call", a: "say", b: "menu", c: "say" },
      edges: ["a > b.1 > c > a"],
      finds: [
        { ...lost, step: "a" },
        { ...lost, step: "b" },
        { ...lost, step: "c" },
      ],
    },
  },
});
