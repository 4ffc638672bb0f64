import type { FlowTests } from "@ozflow/compiler";
import { said } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../refusal.ts";
import type { FlowTestsRow } from "../../store/flow-test-store.ts";
import { findFlow } from "./look-at-flows.ts";

export interface FlowTestsView {
  /** Counts changes; a change names the version it changes. 0: none were kept so far. */
  readonly version: number;
  readonly tests: FlowTests;
}

/** The tests of a flow; none when nobody has made one. */
export async function getFlowTests({ store }: Pick<Deps, "store">, flowId: string): Promise<FlowTestsView> {
  await findFlow(store, flowId);
  return view(await store.flowTests.find(flowId));
}

/** Puts them in the place of those that were read. Refused, with what is kept now, when somebody else was quicker. */
export async function saveFlowTests(
  { store, clock }: Pick<Deps, "store" | "clock">,
  { id, version, tests }: { readonly id: string } & FlowTestsView,
): Promise<FlowTestsView> {
  await findFlow(store, id);
  const row = { flowId: id, version, file: JSON.stringify(tests), updatedAt: clock.now().toISOString() };
  if (await store.flowTests.save(row)) return { version: version + 1, tests };
  const sentence = said`Somebody else has changed the tests of this flow meanwhile. Nothing was overwritten.`;
  throw new Refusal("conflict", sentence, { current: view(await store.flowTests.find(id)) });
}

function view(row: FlowTestsRow | undefined): FlowTestsView {
  if (row === undefined) return { version: 0, tests: { formatVersion: 1, tests: [] } };
  // Written by `saveFlowTests`.
  return { version: row.version, tests: JSON.parse(row.file) as FlowTests };
}
