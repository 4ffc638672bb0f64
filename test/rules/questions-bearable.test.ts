import { questionsBearable } from "../../compiler/src/rules/questions-bearable.ts";
import { testRule } from "../support/rule-cases.ts";

testRule("questions-bearable", questionsBearable, {
  valid: {
    "six keys, some words, time to think": {
      steps: {
        in: "incoming-call",
        a: ["menu", { options: ["1", "2", "3", "4", "5", "6"].map((key) => ({ key, label: key })), timeoutSeconds: 3 }],
      },
      edges: ["in > a"],
    },
    "a question that is asked again and again is not deeper for it": {
      steps: {
        in: "incoming-call",
        a: ["menu", { options: ["1", "2"].map((key) => ({ key, label: key })), attempts: 10 }],
      },
      edges: ["in > a.1 > a"],
    },
  },
  invalid: {
    "seven keys": {
      steps: { in: "incoming-call", a: ["menu", { options: [..."1234567"].map((key) => ({ key, label: key })) }] },
      edges: ["in > a"],
      finds: [{ code: "too-many-options", severity: "warning", says: "7 keys", step: "a" }],
    },
    "a speech": {
      steps: { in: "incoming-call", a: ["collect-digits", { prompt: { say: "word ".repeat(100) } }] },
      variables: { digits: "text" },
      edges: ["in > a"],
      finds: [{ code: "question-too-long", severity: "warning", says: "for 40 s", step: "a" }],
    },
    "no time": {
      steps: { in: "incoming-call", a: ["menu", { timeoutSeconds: 2 }] },
      edges: ["in > a"],
      finds: [
        { code: "time-out-short", severity: "warning", says: "2 s to answer", step: "a", path: ["timeoutSeconds"] },
      ],
    },
    "a fifth choice": {
      steps: {
        in: "incoming-call",
        ...Object.fromEntries(
          [..."abcde"].map((id) => [
            id,
            ["menu", { options: ["1", "2"].map((key) => ({ key, label: key })) }] as const,
          ]),
        ),
      },
      edges: ["in > a.1 > b.1 > c.1 > d.1 > e"],
      finds: [{ code: "menu-too-deep", severity: "warning", says: "have chosen 4 times", step: "e" }],
    },
  },
});
