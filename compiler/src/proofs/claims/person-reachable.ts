import { said } from "../../words/said.ts";
import { findCall } from "../find-call.ts";
import { trialOf } from "../point.ts";
import { canBeSeenToReach, mayReach } from "../reach.ts";
import { playTrial } from "../trial-call.ts";
import { namesOf, type Provable, stepsOf } from "./claim.ts";

/** Of flows that transfer anybody: no question is asked that leads to machines only. */
export const personReachable: Provable = {
  code: "person-reachable",
  title: said`A person can be reached from every question`,
  remedy: said`Offer a key there that leads to a transfer, unless nobody is to be reached.`,
  prove({ analysis, ofCallers }) {
    const states = [...ofCallers];
    const isPerson = ({ to }: { readonly to: unknown }) => to === "transferred";
    const questions = states.filter((state) => state.instruction.op === "ask");
    if (questions.length === 0 || !states.some((state) => state.ways.some(isPerson))) return undefined;
    const can = canBeSeenToReach(analysis, states, isPerson);
    const unsure = questions.filter((state) => !can.has(state));
    if (unsure.length === 0) {
      return { verdict: "proven", sentence: said`Whatever is being asked, some keys lead to a person who answers.` };
    }
    const may = mayReach(states, isPerson);
    const cut = unsure.filter((state) => !may.has(state));
    const point = findCall(analysis, {
      states: new Set(cut),
      accept(found) {
        const step = analysis.graph.get(found.label)?.step;
        const played = playTrial(trialOf(found), analysis.linked);
        return found.who === undefined && played.steps.includes(step ?? "") ? found : undefined;
      },
    });
    if (point !== undefined) {
      const sentence = said`Who is asked at ${namesOf(cut, analysis)} reaches nobody any more: no key leads to a transfer.`;
      return { verdict: "refuted", severity: "warning", sentence, call: trialOf(point), steps: stepsOf(cut) };
    }
    const sentence = said`Whether a person can be reached from ${namesOf(unsure, analysis)} depends on values that are not known.`;
    return { verdict: "cannot-tell", sentence, steps: stepsOf(unsure) };
  },
};
