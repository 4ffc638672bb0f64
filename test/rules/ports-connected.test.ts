import { portsConnected } from "../../compiler/src/rules/ports-connected.ts";
import { testRule } from "../support/rule-cases.ts";

const open = { code: "port-not-connected", severity: "warning", says: "The call ends without a word" } as const;
const ask = [
  "menu",
  {
    options: [
      { key: "1", label: "Sales" },
      { key: "*", label: "" },
    ],
  },
] as const;

testRule("ports-connected", portsConnected, {
  valid: {
    "every way leads somewhere": {
      steps: { in: "incoming-call", hello: "say", bye: "hang-up" },
      edges: ["in > hello > bye"],
    },
    "failures may share one way": {
      steps: { in: "incoming-call", ask, bye: "hang-up" },
      edges: ["in > ask.1 > bye", "ask.* > bye", "ask.exhausted > bye"],
    },
    "nobody need talk to the callee of a placed call": {
      steps: { in: "incoming-call", ring: ["place-call", { number: "1" }], bye: "hang-up" },
      edges: ["in > ring > bye"],
    },
    "a step no call comes to is not looked at": {
      steps: { in: "incoming-call", bye: "hang-up", lost: "say" },
      edges: ["in > bye"],
    },
    "steps without a way out": { steps: { in: "incoming-call", no: "reject" }, edges: ["in > no"] },
  },
  invalid: {
    "an entry that leads nowhere": {
      steps: { in: "incoming-call" },
      finds: [{ ...open, step: "in", port: "next" }],
    },
    "the last words are followed by nothing": {
      steps: { in: "incoming-call", hello: "say" },
      edges: ["in > hello"],
      finds: [{ ...open, says: "connect it, to a Hang up if the end is meant", step: "hello", port: "next" }],
    },
    "keys and failures of a menu, by the names the author gave them": {
      steps: { in: "incoming-call", ask },
      edges: ["in > ask"],
      finds: [
        { ...open, says: 'by "Sales"', step: "ask", port: "1" },
        { ...open, says: 'by "Key *"', step: "ask", port: "*" },
        { ...open, says: 'by "Retries used up"', step: "ask", port: "exhausted" },
      ],
    },
    "a transfer that may fail": {
      steps: { in: "incoming-call", desk: ["transfer", { target: "1" }] },
      edges: ["in > desk"],
      finds: [{ ...open, says: 'by "Transfer failed"', step: "desk", port: "failed" }],
    },
  },
});
