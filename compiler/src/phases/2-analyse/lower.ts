import { createEmitter, hangUpLabel, type InstructionGraph } from "../../instructions/builder.ts";
import type { Instruction, Label } from "../../instructions/instruction.ts";
import type { EntryKind } from "../../steps/definition.ts";
import type { LinkedFlow } from "../1-parse/link-flow.ts";

export interface Lowered {
  readonly graph: InstructionGraph;
  /** Where a call begins, by the notification that brings it. */
  readonly entries: ReadonlyMap<EntryKind, Label>;
}

/** Asks every step for its instructions. Labels that no step provides (a faulty step) end the call. */
export function lower(linked: LinkedFlow): Lowered {
  const graph = new Map<Label, Instruction>();
  const entries = new Map<EntryKind, Label>();
  graph.set(hangUpLabel, { op: "end", step: "", commands: [{ name: "Hangup", step: "", fields: {}, attributes: {} }] });
  for (const { step, definition, data } of linked.steps.values()) {
    const known = (port: string) => {
      const target = linked.target(step.id, port);
      return target !== undefined && linked.steps.has(target) ? target : undefined;
    };
    definition.emit(data, createEmitter(step.id, data, graph, known));
    if (definition.entry !== undefined && !entries.has(definition.entry)) entries.set(definition.entry, step.id);
  }
  return { graph, entries };
}
