import type { Step } from "../flow/index.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { said, term } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** Without an entry no call ever gets in; with two of a kind only one of them would ever be used. */
export const entryRequired: Rule = {
  code: "entry-required",
  check({ linked }) {
    const entries = [...linked.steps.values()].filter((one) => one.definition.entry !== undefined);
    if (entries.length === 0) {
      const sentence = said`No call gets in: begin the flow with an incoming or an outgoing call.`;
      return [{ code: "entry-required", severity: "error", ...sentence }];
    }
    const first = new Map<string, Step>();
    return entries.flatMap(({ step, definition }) => {
      const kind = definition.entry ?? "";
      const earlier = first.get(kind);
      first.set(kind, earlier ?? step);
      if (earlier === undefined) return [];
      const sentence = said`"${nameOf(step)}" is a second ${term(definition.title)}: calls begin at "${nameOf(earlier)}". Remove one of them.`;
      return [{ code: "entry-required", severity: "error", ...sentence, step: step.id }];
    });
  },
};
