import { privateDataKept } from "../../compiler/src/rules/private-data-kept.ts";
import { testRule } from "../support/rule-cases.ts";

testRule("private-data-kept", privateDataKept, {
  valid: {
    "what is not private": {
      steps: { in: "incoming-call", a: ["say", { say: "Hello {name}." }] },
      variables: { name: "text" },
      edges: ["in > a"],
    },
    "a private one that is compared, and sent in secret": {
      steps: {
        in: "incoming-call",
        a: ["condition", { cases: [{ name: "x", when: 'pin == "1"' }] }],
        b: ["http-request", { url: "https://bank.example/{pin}" }],
      },
      variables: { pin: "secret" },
      edges: ["in > a.x > b"],
    },
    "that it was right tells nothing of it": {
      steps: {
        in: "incoming-call",
        a: ["set-variable", { assignments: [{ variable: "known", value: 'pin == "1"' }] }],
        b: ["say", { say: "{known}" }],
      },
      variables: { pin: "secret", known: "truth" },
      edges: ["in > a > b"],
    },
  },
  invalid: {
    "read out": {
      steps: { in: "incoming-call", a: ["menu", { prompt: { say: "Is it {pin}?" } }] },
      variables: { pin: "secret" },
      edges: ["in > a"],
      finds: [{ code: "private-data-spoken", severity: "warning", says: '"pin" is private', step: "a" }],
    },
    "by way of another, in a text message": {
      steps: {
        in: "incoming-call",
        a: [
          "set-variable",
          {
            assignments: [
              { variable: "copy", value: "pin" },
              { variable: "other", value: '"No. " + copy' },
            ],
          },
        ],
        b: ["send-sms", { recipient: "100", text: "{other}" }],
      },
      variables: { pin: "secret", copy: "text", other: "text" },
      edges: ["in > a > b"],
      finds: [{ code: "private-data-spoken", severity: "warning", says: '"pin" is private', step: "b" }],
    },
    "over plain HTTP, in the body": {
      steps: {
        in: "incoming-call",
        a: ["http-request", { method: "POST", url: "http://bank.example", bodyKind: "json", json: '{"pin":"{pin}"}' }],
      },
      variables: { pin: "secret" },
      edges: ["in > a"],
      finds: [
        { code: "private-data-in-clear", severity: "warning", says: '"pin" is sent without encryption', step: "a" },
      ],
    },
  },
});
