import { nameOf } from "../phases/1-parse/read-flow.ts";
import type { Rule } from "./rule.ts";

/** A step no call can come to is a forgotten line or a leftover. */
export const stepReachable: Rule = {
  code: "step-not-reachable",
  check({ linked, reachable }) {
    return [...linked.steps.values()]
      .filter((one) => !reachable.has(one.step.id))
      .map(({ step }) => ({
        code: "step-not-reachable",
        severity: "warning",
        message: `No call ever comes to "${nameOf(step)}": connect something to it or remove it.`,
        step: step.id,
      }));
  },
};
