import { assignmentsTyped } from "../../compiler/src/rules/assignments-typed.ts";
import { testRule } from "../support/rule-cases.ts";

const wrong = { code: "assignment-type", severity: "error", step: "set" } as const;
const variables = { count: "number", name: "text", known: "truth" } as const;
const set = (...pairs: readonly (readonly [variable: string, value: string])[]) =>
  ["set-variable", { assignments: pairs.map(([variable, value]) => ({ variable, value })) }] as const;

testRule("assignments-typed", assignmentsTyped, {
  valid: {
    "each of its own type": {
      steps: { set: set(["count", "count * 2 + 0.5"], ["name", 'name + "!"'], ["known", 'name == ""']) },
      variables,
    },
    "whole numbers are numbers": { steps: { set: set(["count", "1"], ["count", "size(name)"]) }, variables },
    "turned into the type": { steps: { set: set(["name", "string(count)"], ["count", "double(name)"]) }, variables },
    "the call's own words are texts": { steps: { set: set(["name", "call.caller"]) }, variables },
    "a variable that is not there is another rule's business": { steps: { set: set(["total", "1"]) }, variables },
    "an expression that does not work, too": { steps: { set: set(["count", "1 +"], ["name", "total"]) }, variables },
    "digits and recordings are kept as texts": {
      steps: { ask: ["collect-digits", { saveTo: "name" }], tape: ["record", { saveTo: "name" }] },
      variables,
    },
  },
  invalid: {
    "a text for a number": {
      steps: { set: set(["count", "name"]) },
      variables,
      finds: [{ ...wrong, says: '"count" holds a number, but name gives a text; write double(name)' }],
    },
    "a number for a text": {
      steps: { set: set(["name", "count + 1"]) },
      variables,
      finds: [{ ...wrong, says: '"name" holds a text, but count + 1 gives a number; write string(count + 1)' }],
    },
    "a number for true or false, and right ones around it": {
      steps: { set: set(["count", "1"], ["known", "count"], ["name", '"x"']) },
      variables,
      finds: [{ ...wrong, says: '"known" holds true or false, but count gives a number; compare it' }],
    },
    "each wrong one is told": {
      steps: { set: set(["count", '"1"'], ["known", '"true"']) },
      variables,
      finds: [
        { ...wrong, says: '"count"' },
        { ...wrong, says: '"known"' },
      ],
    },
  },
});
