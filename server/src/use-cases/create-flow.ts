import type { Deps } from "../deps.ts";
import type { FlowView } from "./flow-view.ts";
import { readDraft } from "./read-draft.ts";

export async function createFlow(
  { store, clock, newId }: Pick<Deps, "store" | "clock" | "newId">,
  input: { readonly flow: unknown },
): Promise<FlowView> {
  const { flow, draft } = readDraft(input.flow, clock.now());
  const id = newId();
  await store.flows.insert({ id, key: newId(), ...draft });
  return { id, version: 1, flow, updatedAt: draft.updatedAt, published: null };
}
