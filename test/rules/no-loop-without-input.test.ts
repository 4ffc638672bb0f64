import { noLoopWithoutInput } from "../../compiler/src/rules/no-loop-without-input.ts";
import { testRule } from "../support/rule-cases.ts";

const still = { code: "loop-without-input", severity: "error", says: "The call stands still at" } as const;
const endless = {
  code: "loop-without-input",
  severity: "error",
  says: "There is no end to what the phone system is told at",
} as const;
const when = (name: string) => ["condition", { cases: [{ name, when: "true" }] }] as const;

testRule("no-loop-without-input", noLoopWithoutInput, {
  valid: {
    "a way from the beginning to the end": {
      steps: { in: "incoming-call", hello: "say", bye: "hang-up" },
      edges: ["in > hello > bye"],
    },
    "back to a menu": {
      steps: { in: "incoming-call", ask: "menu", hours: "say" },
      edges: ["in > ask.1 > hours > ask"],
    },
    "a key that has the menu said again": {
      steps: { in: "incoming-call", ask: "menu" },
      edges: ["in > ask.1 > ask"],
    },
    "digits are asked for on the way round": {
      steps: { in: "incoming-call", ask: ["collect-digits", { saveTo: "pin" }], sorry: "say" },
      variables: { pin: "text" },
      edges: ["in > ask.exhausted > sorry > ask"],
    },
    "two ways that meet are no loop": {
      steps: { in: "incoming-call", who: when("yes"), hello: "say", bye: "say" },
      edges: ["in > who.yes > hello > bye", "who.otherwise > bye"],
    },
    "an announcement for ever: that is a matter of proofs": {
      steps: { in: "incoming-call", hello: "say", wait: "delay" },
      edges: ["in > wait > hello > wait"],
    },
  },
  invalid: {
    "a condition that leads back to itself": {
      steps: { in: "incoming-call", who: when("yes"), bye: "hang-up" },
      edges: ["in > who.yes > who", "who.otherwise > bye"],
      finds: [{ ...still, step: "who" }],
    },
    "counting, and nothing else": {
      steps: {
        in: "incoming-call",
        count: ["set-variable", { assignments: [{ variable: "tries", value: "tries + 1" }] }],
        enough: when("yes"),
        bye: "hang-up",
      },
      variables: { tries: "number" },
      edges: ["in > count > enough.yes > bye", "enough.otherwise > count"],
      finds: [{ ...still, step: "count" }],
    },
    "a text that says nothing does not count as something": {
      steps: { in: "incoming-call", hush: ["say", { say: "" }] },
      edges: ["in > hush > hush"],
      finds: [{ ...still, step: "hush" }],
    },
    "where no call is ours": {
      steps: { in: "message-received", tell: "send-message" },
      edges: ["in > tell > tell"],
      finds: [{ ...endless, step: "tell" }],
    },
    "one that stands still inside one that goes round is told once": {
      steps: { in: "incoming-call", who: when("yes"), hello: "say" },
      edges: ["in > who.yes > who", "who.otherwise > hello > who"],
      finds: [{ ...still, step: "who" }],
    },
  },
});
