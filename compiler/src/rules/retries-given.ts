import { fixBy } from "../flow/edits.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** Who does not answer at once and is asked only once is cut off: a pause to think costs them the call. */
export const retriesGiven: Rule = {
  code: "retry-missing",
  check({ linked, graph, reachable }) {
    const asking = new Set([...graph.values()].flatMap((one) => (one.op === "ask" ? [one.step] : [])));
    return [...linked.steps.values()].flatMap(({ step, data, ports }) => {
      const { attempts } = data as { readonly attempts?: unknown };
      if (attempts !== 1 || !asking.has(step.id) || !reachable.has(step.id)) return [];
      const failures = ports.filter(({ kind }) => kind === "failure");
      const isCutOff = failures.length > 0 && failures.every(({ id }) => endsTheCall(linked.target(step.id, id)));
      if (!isCutOff) return [];
      const sentence = said`${nameOf(step)}: callers are asked once, and whoever does not answer in time is cut off; ask twice or more, or lead them somewhere.`;
      return [
        {
          code: "retry-missing",
          severity: "warning" as const,
          ...sentence,
          step: step.id,
          path: ["attempts"],
          fix: fixBy(said`Ask 3 times`, [{ edit: "set" as const, step: step.id, path: ["attempts"], value: 3 }]),
        },
      ];
    });

    function endsTheCall(target: string | undefined): boolean {
      const only = target === undefined ? undefined : graph.get(target);
      return target === undefined || only?.op === "end";
    }
  },
};
