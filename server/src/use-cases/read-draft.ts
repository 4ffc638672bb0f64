import { type Flow, readFlow, writeFlow } from "@ozflow/compiler";
import { Refusal } from "../refusal.ts";
import type { FlowDraft } from "../store/flow-store.ts";

/** What the editor sent, checked and ready to store in canonical form. Refuses what is no flow file, with every fault. */
export function readDraft(json: unknown, now: Date): { readonly flow: Flow; readonly draft: FlowDraft } {
  const read = readFlow(json);
  if ("diagnostics" in read) {
    const { diagnostics } = read;
    const more = diagnostics.length > 1 ? ` (and ${diagnostics.length - 1} more)` : "";
    throw new Refusal("invalid-flow", `This is not a flow: ${diagnostics[0]?.message ?? ""}${more}`, { diagnostics });
  }
  const file = writeFlow(read.flow);
  const { name, steps } = read.flow;
  return {
    // What is answered is what is stored, byte for byte.
    flow: JSON.parse(file) as Flow,
    draft: { name, file, stepCount: steps.length, updatedAt: now.toISOString() },
  };
}
