import { said } from "@ozflow/compiler";
import { makeDraft } from "../../aside/make-draft.ts";
import { runAside } from "../../aside/run-aside.ts";
import { Refusal } from "../../refusal.ts";
import type { FlowDraft } from "../../store/flow-store.ts";

/** Steps. Up to here a flow is read in less time than callers notice. */
const largeFlow = 2000;

/** What the editor sent, checked and ready to store in canonical form. Refuses what is no flow file, with every fault. */
export async function readDraft(json: unknown, now: Date): Promise<FlowDraft> {
  const made = stepsIn(json) <= largeFlow ? makeDraft(json) : await runAside("makeDraft", json);
  if (!("diagnostics" in made)) return { ...made, updatedAt: now.toISOString() };
  const { diagnostics } = made;
  const [first = ""] = diagnostics;
  const sentence =
    diagnostics.length > 1
      ? said`This is not a flow: ${first} (and ${diagnostics.length - 1} more)`
      : said`This is not a flow: ${first}`;
  throw new Refusal("invalid-flow", sentence, { diagnostics });
}

/** Of something that may be no flow at all. */
function stepsIn(json: unknown): number {
  const steps = typeof json === "object" && json !== null && "steps" in json ? json.steps : undefined;
  return Array.isArray(steps) ? steps.length : 0;
}
