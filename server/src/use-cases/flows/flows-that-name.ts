import { type FieldMeta, idsNamed, linkFlow } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";
import { storedFlow } from "./flow-view.ts";

export interface NamedFlow {
  readonly id: string;
  readonly name: string;
}

/** Flows by the ids of what they name: in their draft, or in the revision that answers calls. */
export async function flowsThatName(
  { flows }: Pick<Deps["store"], "flows">,
  kind: FieldMeta["control"],
): Promise<ReadonlyMap<string, readonly NamedFlow[]>> {
  const users = new Map<string, Map<string, NamedFlow>>();
  for (const { id, name, file } of await flows.listFiles()) {
    for (const named of idsNamed(linkFlow(storedFlow({ file })).linked, kind)) {
      const ofOne = users.get(named) ?? new Map<string, NamedFlow>();
      users.set(named, ofOne.set(id, { id, name }));
    }
  }
  return new Map([...users].map(([named, flowsById]) => [named, [...flowsById.values()]]));
}
