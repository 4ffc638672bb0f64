import { noEndlessCalls } from "../../compiler/src/rules/no-endless-calls.ts";
import { testRule } from "../support/rule-cases.ts";

const endless = { code: "endless-calls", severity: "error" } as const;
const sms = { recipient: "102", text: "Hi" };

testRule("no-endless-calls", noEndlessCalls, {
  valid: {
    "a callee who is told something": {
      steps: { in: "incoming-call", ring: ["place-call", { number: "102" }], hello: "say" },
      edges: ["in > ring", "ring.answered > hello"],
    },
    "a callee who is asked before the next call": {
      steps: { in: "incoming-call", ring: ["place-call", { number: "102" }], ask: "menu" },
      edges: ["in > ring", "ring.answered > ask.1 > ring"],
    },
    "a message that is sent when a report comes, without a report of its own": {
      steps: {
        in: "incoming-call",
        first: ["send-sms", { ...sms, report: true }],
        came: "delivery-report",
        second: ["send-sms", sms],
      },
      edges: ["in > first", "came > second"],
    },
  },
  invalid: {
    "a call whose callee begins another one": {
      steps: { in: "incoming-call", ring: ["place-call", { number: "102" }] },
      edges: ["in > ring", "ring.answered > ring"],
      finds: [{ ...endless, step: "ring", says: "phones would ring without end" }],
    },
    "a message that is sent again when its report comes": {
      steps: { in: "incoming-call", sms: ["send-sms", { ...sms, report: true }], came: "delivery-report" },
      edges: ["in > sms", "came > sms"],
      finds: [{ ...endless, step: "sms", says: "messages would go out without end" }],
    },
  },
});
