import { textsHaveValues } from "../../compiler/src/rules/texts-have-values.ts";
import { testRule } from "../support/rule-cases.ts";

testRule("texts-have-values", textsHaveValues, {
  valid: {
    "put in before": {
      steps: {
        in: "incoming-call",
        a: ["set-variable", { assignments: [{ variable: "name", value: '"Ann"' }] }],
        b: ["say", { say: "Hello {name}." }],
      },
      variables: { name: "text" },
      edges: ["in > a > b"],
    },
    "given with the call": {
      steps: { in: ["outgoing-call", { number: "1", given: ["name"] }], b: ["say", { say: "Hello {name}." }] },
      variables: { name: "text" },
      edges: ["in > b"],
    },
    "a count begins with 0": {
      steps: { in: "incoming-call", b: ["say", { say: "You called {times} times." }] },
      variables: { times: "number" },
      edges: ["in > b"],
    },
  },
  invalid: {
    "on one of two ways": {
      steps: {
        in: "incoming-call",
        a: ["http-request", { url: "https://crm.example", fields: [{ path: "name", variable: "name" }] }],
        b: ["say", { say: "Hello {name}." }],
      },
      variables: { name: "text" },
      edges: ["in > a.success > b", "a.failure > b"],
      finds: [{ code: "read-before-written", severity: "warning", says: "{name} may be empty here", step: "b" }],
    },
    "round a loop that fills it too late": {
      steps: {
        in: "incoming-call",
        b: ["menu", { prompt: { say: "You said {name}." } }],
        c: ["record", { saveTo: "name" }],
      },
      variables: { name: "text" },
      edges: ["in > b.1 > c > b"],
      finds: [{ code: "read-before-written", severity: "warning", says: "{name} may be empty here", step: "b" }],
    },
  },
});
