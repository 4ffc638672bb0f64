import { said } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../refusal.ts";
import type { FlowRow } from "../../store/flow-store.ts";
import { storedFlow } from "./flow-view.ts";
import { findFlow } from "./look-at-flows.ts";
import { readDraft } from "./read-draft.ts";

export async function saveFlow(
  { store, clock }: Pick<Deps, "store" | "clock">,
  input: { readonly id: string; readonly flow: unknown; readonly version: number },
): Promise<{ readonly version: number; readonly updatedAt: string }> {
  const { id, version } = input;
  await findFlow(store, id);
  const draft = await readDraft(input.flow, clock.now());
  if (!(await store.flows.save(id, version, draft))) throw changedMeanwhile(await findFlow(store, id));
  return { version: version + 1, updatedAt: draft.updatedAt };
}

/** Carries what is stored now, so that the editor can show both. */
export function changedMeanwhile(row: FlowRow): Refusal {
  const { version, updatedAt } = row;
  const sentence = said`Somebody else has saved this flow meanwhile. Nothing was overwritten: compare the two and decide.`;
  return new Refusal("conflict", sentence, { current: { version, flow: storedFlow(row), updatedAt } });
}
