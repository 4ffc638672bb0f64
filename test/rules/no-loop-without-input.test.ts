import { noLoopWithoutInput } from "../../compiler/src/rules/no-loop-without-input.ts";
import { testRule } from "../support/rule-cases.ts";

const still = { code: "loop-without-input", severity: "error", says: "The call stands still at" } as const;
const round = { code: "loop-without-input", severity: "warning", says: "Callers go round and round at" } as const;
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
    "an announcement for ever": {
      steps: { in: "incoming-call", hello: "say", music: "play", wait: "delay" },
      edges: ["in > wait > hello > music > wait"],
      finds: [{ ...round, step: "hello" }],
    },
    "a transfer that is tried again and again": {
      steps: { in: "incoming-call", desk: ["transfer", { target: "1" }], wait: "delay" },
      edges: ["in > desk.failed > wait > desk"],
      finds: [{ ...round, step: "desk" }],
    },
    "one that stands still inside one that goes round is told once": {
      steps: { in: "incoming-call", who: when("yes"), hello: "say" },
      edges: ["in > who.yes > who", "who.otherwise > hello > who"],
      finds: [{ ...still, step: "who" }],
    },
    "two loops, the worse first": {
      steps: { in: "incoming-call", fork: when("left"), hello: "say", who: when("yes") },
      edges: ["in > fork.left > hello > hello", "fork.otherwise > who.yes > who", "who.otherwise > who"],
      finds: [
        { ...still, step: "who" },
        { ...round, step: "hello" },
      ],
    },
  },
});
