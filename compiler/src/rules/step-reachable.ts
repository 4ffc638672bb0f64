import { fixBy } from "../flow/edits.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** A step no call can come to is a forgotten line or a leftover. */
export const stepReachable: Rule = {
  code: "step-not-reachable",
  check({ linked, reachable }) {
    // Without an entry no step is, and that is told.
    if (reachable.size === 0) return [];
    return [...linked.steps.values()]
      .filter((one) => !reachable.has(one.step.id))
      .map(({ step }) => ({
        code: "step-not-reachable",
        severity: "warning",
        ...said`No call ever comes to "${nameOf(step)}": connect something to it or remove it.`,
        step: step.id,
        fix: fixBy(said`Remove "${nameOf(step)}"`, [{ edit: "remove-step", step: step.id }]),
      }));
  },
};
