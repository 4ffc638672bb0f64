import { insideRunsAlone } from "../../compiler/src/rules/inside-runs-alone.ts";
import { testRule } from "../support/rule-cases.ts";

const faulty = { code: "inside-runs-alone", severity: "error" } as const;

testRule("inside-runs-alone", insideRunsAlone, {
  valid: {
    "what is inside ends, or leads back": {
      steps: { call: "incoming-call", each: "loop", hello: "say", more: "beep", bye: "say" },
      edges: ["call > each.each > hello > more > each", "each > bye"],
    },
    "a loop inside of a loop, and a decision in it": {
      steps: { call: "incoming-call", outer: "loop", inner: "loop", which: "condition", hello: "say" },
      edges: ["call > outer.each > inner.each > which.yes > hello"],
    },
  },
  invalid: {
    "a question in a loop": {
      steps: { call: "incoming-call", each: "loop", ask: "menu" },
      edges: ["call > each.each > ask"],
      finds: [{ ...faulty, step: "ask", says: "nobody can be asked" }],
    },
    "a variable set in a loop": {
      steps: {
        call: "incoming-call",
        each: "loop",
        count: ["set-variable", { assignments: [{ variable: "n", value: "n + 1" }] }],
      },
      edges: ["call > each.each > count"],
      variables: { n: "number" },
      finds: [{ ...faulty, step: "count", says: "nothing can be remembered" }],
    },
    "another web server asked in a loop": {
      steps: { call: "incoming-call", each: "loop", away: ["go-to", { url: "http://app.example/" }] },
      edges: ["call > each.each > away"],
      finds: [{ ...faulty, step: "away", says: "nothing can be fetched" }],
    },
    "a ring inside of a loop": {
      steps: { call: "incoming-call", each: "loop", hello: "say", again: "say" },
      edges: ["call > each.each > hello > again > hello"],
      finds: [{ ...faulty, step: "hello", says: "leads back to itself" }],
    },
    "a step that stands inside and outside": {
      steps: { call: "incoming-call", each: "loop", bye: "say" },
      edges: ["call > each.each > bye", "each > bye"],
      finds: [{ code: "inside-is-closed", severity: "error", step: "each", port: "next", says: "The bye step" }],
    },
    "a line from the inner loop to the outer one": {
      steps: { call: "incoming-call", outer: "loop", inner: "loop", hello: "say" },
      edges: ["call > outer.each > inner.each > hello > outer"],
      finds: [{ code: "inside-is-closed", severity: "error", step: "hello", port: "next", says: "The outer step" }],
    },
  },
});
