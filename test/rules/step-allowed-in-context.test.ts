import { stepAllowedInContext } from "../../compiler/src/rules/step-allowed-in-context.ts";
import { testRule } from "../support/rule-cases.ts";

testRule("step-allowed-in-context", stepAllowedInContext, {
  valid: {
    "a step in each context it is for": {
      steps: { call: "incoming-call", changed: "call-changed", hello: "say", asked: "routing", to: "route" },
      edges: ["call > hello", "changed.ringing > hello", "asked > to"],
    },
    "what a message sets off, and the callee it calls": {
      steps: { sms: "message-received", dial: "place-call", ask: "menu" },
      edges: ["sms > dial.answered > ask"],
    },
    "a step nobody comes to": { steps: { call: "incoming-call", to: "route" } },
  },
  invalid: {
    "a question where two others talk": {
      steps: { changed: "call-changed", ask: "menu" },
      edges: ["changed.ringing > ask"],
      finds: [{ code: "step-allowed-in-context", severity: "error", step: "ask", says: "two others are talking" }],
    },
    "words where there is no call": {
      steps: { call: "incoming-call", sms: "message-received", hello: "say" },
      edges: ["call > hello", "sms > hello"],
      finds: [{ code: "step-allowed-in-context", severity: "error", step: "hello", says: "The sms step" }],
    },
  },
});
