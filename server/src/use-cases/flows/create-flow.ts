import type { Deps } from "../../deps.ts";
import { type FlowView, storedFlow } from "./flow-view.ts";
import { readDraft } from "./read-draft.ts";

export async function createFlow(
  { store, clock, newId }: Pick<Deps, "store" | "clock" | "newId">,
  input: { readonly flow: unknown },
): Promise<FlowView> {
  const draft = await readDraft(input.flow, clock.now());
  const id = newId();
  await store.flows.insert({ id, key: newId(), ...draft });
  // What is answered is what is stored, byte for byte.
  return { id, version: 1, flow: storedFlow(draft), updatedAt: draft.updatedAt, published: null };
}
