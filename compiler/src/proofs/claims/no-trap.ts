import { said } from "../../words/said.ts";
import { callThatGoesRound } from "../going-round.ts";
import { canBeSeenToReach, mayReach } from "../reach.ts";
import { isSilent } from "../silence.ts";
import { namesOf, type Provable, stepsOf } from "./claim.ts";

/** Wherever a caller has got to, there is something they can do that leads to an end. */
export const noTrap: Provable = {
  code: "no-trap",
  title: said`No caller gets trapped`,
  remedy: said`Let a way out of there lead to an end of the call.`,
  prove({ analysis, reached }) {
    const states = [...reached];
    const ends = ({ to }: { readonly to: unknown }) => typeof to === "string";
    const canEnd = canBeSeenToReach(analysis, states, ends);
    const unsure = states.filter((state) => !canEnd.has(state));
    if (unsure.length === 0) {
      return {
        verdict: "proven",
        sentence: said`From wherever a caller has got to, an end of the call can be reached.`,
      };
    }
    const mayEnd = mayReach(states, ends);
    const caught = unsure.filter((state) => !mayEnd.has(state));
    const call = callThatGoesRound(analysis, { states: caught, to: () => true, within: isSilent });
    if (call !== undefined) {
      const asked = caught.filter(({ instruction }) => instruction.op === "ask");
      // Announcements without an end may be meant: who has heard enough hangs up. Who is asked expects that answers help.
      const severity = asked.length > 0 ? "error" : "warning";
      const sentence = said`Who has got to ${namesOf(asked.length > 0 ? asked : caught, analysis)} never gets out: no key leads to an end.`;
      const steps = [...new Set([...stepsOf(asked), ...stepsOf(caught)])];
      return { verdict: "refuted", severity, sentence, call, steps };
    }
    const sentence = said`Whether callers get out of ${namesOf(unsure, analysis)} depends on values that are not known.`;
    return { verdict: "cannot-tell", sentence, steps: stepsOf(unsure) };
  },
};
