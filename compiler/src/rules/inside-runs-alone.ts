import type { Diagnostic } from "../flow/diagnostic.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import type { InsideFault } from "../phases/2-analyse/fill-insides.ts";
import { type Said, said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** Why a step cannot be inside, and what to do: behind "... inside of X, ". */
const reasons: Readonly<Record<InsideFault["why"], Said>> = {
  asks: said`where nobody can be asked: the phone system goes through it alone. Ask before or after it.`,
  remembers: said`where nothing can be remembered: the phone system goes through it alone. Let that happen before or after it.`,
  requests: said`where nothing can be fetched: the phone system goes through it alone. Lead there after it.`,
  rejects: said`where the call is answered already. Hang up instead.`,
  "goes-round": said`and leads back to itself: the phone system would never come out of it. Let it lead on.`,
  "goes-on": said`where nothing can end but the inside itself: the phone system goes on behind it. Let the way end there instead.`,
  "too-long": said`which has become too long or too deep to be written down. Put less into it.`,
};

/**
 * What is inside of a loop, or happens when a call fails, runs on the PBX without us. That is the price of its costing no
 * request: nothing in there asks, remembers or fetches, and no line leads in or out but by the step around it.
 */
export const insideRunsAlone: Rule = {
  code: "inside-runs-alone",
  check(analysis) {
    const nameFor = (id: string) => nameIn(analysis, id);
    const { insideFaults, places } = analysis;
    const alone = insideFaults.map(
      ({ step, around, why }): Diagnostic => ({
        code: "inside-runs-alone",
        severity: "error",
        ...said`"${nameFor(step)}" stands inside of "${nameFor(around)}", ${reasons[why]}`,
        step,
      }),
    );
    const crossed = places.crossings.map(
      ({ from, port, to }): Diagnostic => ({
        code: "inside-is-closed",
        severity: "error",
        ...said`A line leads from "${nameFor(from)}" to "${nameFor(to)}", but one of them stands inside of another step and the other does not. What is inside ends there by itself: remove the line, or give that way a step of its own.`,
        step: from,
        port,
      }),
    );
    return [...alone, ...crossed];
  },
};

function nameIn({ linked }: Analysis, id: string): string {
  return nameOf(linked.steps.get(id)?.step ?? { id, label: "" });
}
