import { ownStep } from "../../phases/1-parse/call-flows.ts";
import { nameOf } from "../../phases/1-parse/read-flow.ts";
import type { Analysis } from "../../phases/2-analyse/analyse.ts";
import { said } from "../../words/said.ts";
import { leavesIn } from "../outcomes.ts";
import { quickestCall } from "../quickest-call.ts";
import { type Provable, some, type Verdict } from "./claim.ts";
import { promiseInstead } from "./promise-instead.ts";

/** Of flows that promise it, one for each outcome: the quickest call that ends at the step is over soon enough. */
export function promisedOutcomes({ linked }: Analysis): readonly Provable[] {
  return (linked.flow.promises?.outcomes ?? []).map(({ step, seconds: promised }): Provable => {
    const name = nameOf(linked.steps.get(step)?.step ?? { id: step, label: "" });
    return {
      code: "promise-outcome-reached",
      about: step,
      title: said`"${name}" is reached as soon as promised`,
      remedy: said`Bring it nearer to the beginning, say less before it, or promise less.`,
      prove(facts): Verdict {
        const leaves = leavesIn(facts.ofCallers).filter((leaf) => ownStep(leaf.step) === step);
        if (leaves.length === 0) return { verdict: "cannot-tell", sentence: said`No call ends at "${name}".` };
        const quickest = quickestCall(
          facts,
          new Set(leaves.flatMap(({ last }) => [...last])),
          (played) => (ownStep(played.steps.at(-1) ?? "") === step ? played.durationMs : undefined),
          promised,
        );
        if (quickest === undefined)
          return { verdict: "cannot-tell", sentence: said`No call was found that ends at "${name}".` };
        const { is, call, seconds, open } = quickest;
        if (is === "kept")
          return {
            verdict: "proven",
            sentence: said`Who wants "${name}" can be through with it after ${seconds} s; ${promised} s are promised.`,
          };
        if (is === "open") {
          const sentence = said`Who wants "${name}" can be through with it after ${seconds} s, apart from ${some(open)}; whether that is within the ${promised} s promised is not known.`;
          return { verdict: "cannot-tell", sentence, steps: [step] };
        }
        const sentence = said`Who wants "${name}" is through with it after ${seconds} s at the soonest, but ${promised} s are promised.`;
        const mended = open.length === 0 ? promiseInstead({ step }, seconds) : {};
        return { verdict: "refuted", severity: "error", sentence, call, steps: [step], ...mended };
      },
    };
  });
}
