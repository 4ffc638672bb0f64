import { reportsHaveAnEntry } from "../../compiler/src/rules/reports-have-an-entry.ts";
import { testRule } from "../support/rule-cases.ts";

const sms = { recipient: "102", text: "Hi" };

testRule("reports-have-an-entry", reportsHaveAnEntry, {
  valid: {
    "nobody asks for a report": { steps: { in: "incoming-call", sms: ["send-sms", sms] }, edges: ["in > sms"] },
    "the report has a place to begin": {
      steps: {
        in: "incoming-call",
        sms: ["send-sms", { ...sms, report: true }],
        came: "delivery-report",
        mail: ["send-email", { recipient: "a@example.com", text: "x" }],
      },
      edges: ["in > sms", "came > mail"],
    },
  },
  invalid: {
    "a report that begins nowhere": {
      steps: { in: "incoming-call", sms: ["send-sms", { ...sms, report: true }] },
      edges: ["in > sms"],
      finds: [{ code: "report-to-nobody", severity: "warning", step: "sms", says: '"Delivery report"' }],
    },
  },
});
