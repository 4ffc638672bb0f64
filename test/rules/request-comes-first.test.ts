import { requestComesFirst } from "../../compiler/src/rules/request-comes-first.ts";
import { testRule } from "../support/rule-cases.ts";

const ask = ["http-request", { url: "https://crm.example.com/" }] as const;
const late = {
  code: "request-comes-first",
  severity: "error",
  says: "what to do must be known before the first thing is done",
  step: "ask",
} as const;

testRule("request-comes-first", requestComesFirst, {
  valid: {
    "before everything, one behind the other": {
      steps: {
        in: "routing",
        first: ask,
        who: ["condition", { cases: [{ name: "yes", when: "true" }] }],
        ask,
        to: ["route", { action: "route", destination: "100", callerId: "", dialedNumber: "" }],
      },
      edges: ["in > first.success > who.yes > ask.success > to"],
    },
    "behind words, where the call is ours": {
      steps: { in: "incoming-call", hello: "say", ask, bye: "say" },
      edges: ["in > hello > ask.success > bye"],
    },
    "in the conversation of a call that a message brings about": {
      steps: {
        in: "message-received",
        dial: ["place-call", { number: "100", callerId: "", callerDisplayName: "" }],
        hello: "say",
        ask,
      },
      edges: ["in > dial", "dial.answered > hello > ask"],
    },
  },
  invalid: {
    "behind something that is sent": {
      steps: {
        in: "message-received",
        sms: ["send-sms", { recipient: "100", text: "Hi", sender: "" }],
        ask,
      },
      edges: ["in > sms > ask"],
      finds: [late],
    },
    "behind words in a call between two others, on one way of two": {
      steps: {
        in: ["call-changed", { states: ["Ringing", "InCall"] }],
        hello: "say",
        ask,
      },
      edges: ["in.ringing > ask", "in.in-call > hello > ask"],
      finds: [late],
    },
  },
});
