import type { InstructionGraph } from "../../instructions/builder.ts";
import { depthFirst, edgeKey, reachableFrom } from "../../instructions/graph.ts";
import { inlineTargets, type Label, requestTargets } from "../../instructions/instruction.ts";
import { instructionBytes, linkBytes } from "./size.ts";

/** What has to be known of the whole graph before it is cut into documents. */
export interface Survey {
  /** May `to` stand in the same document right behind `from`? */
  mayInline(from: Label, to: Label): boolean;
}

/**
 * Up to this size, in bytes, a part that several ways lead to is written out on each of them: "Goodbye" and a hang-up,
 * a transfer. Asking for it would cost a callback each time and save nothing.
 */
const copyBytes = 600;

/**
 * A part with several ways in stands behind the first of them (its primary way); the others ask for it by address.
 * A way back into a loop always asks by address: written out, it would never end.
 */
export function survey(graph: InstructionGraph, roots: readonly Label[], sizeBudget: number): Survey {
  const inline = (label: Label) => {
    const instruction = graph.get(label);
    return instruction === undefined ? [] : inlineTargets(instruction);
  };
  const all = (label: Label) => {
    const instruction = graph.get(label);
    return instruction === undefined ? [] : [...inlineTargets(instruction), ...requestTargets(instruction)];
  };
  const labels = reachableFrom(roots, all);
  const { postorder, isBackEdge } = depthFirst(labels, inline);

  const primary = new Map<Label, Label>();
  for (const from of labels) {
    for (const to of inline(from)) if (!primary.has(to) && !isBackEdge(from, to)) primary.set(to, from);
  }

  // Postorder: everything that can stand behind a label has been measured before the label is.
  const bytes = new Map<Label, number>();
  const isCopied = (to: Label) => (bytes.get(to) ?? linkBytes) <= copyBytes;
  for (const label of postorder) {
    const instruction = graph.get(label);
    let total = instruction === undefined ? 0 : instructionBytes(instruction);
    for (const to of inline(label)) {
      const stands = !isBackEdge(label, to) && (primary.get(to) === label || isCopied(to));
      total += stands ? (bytes.get(to) ?? linkBytes) : linkBytes;
    }
    bytes.set(label, Math.min(total, sizeBudget + 1));
  }

  const refused = new Set<string>();
  for (const from of labels) {
    for (const to of inline(from)) {
      if (isBackEdge(from, to) || (primary.get(to) !== from && !isCopied(to))) refused.add(edgeKey(from, to));
    }
  }
  return { mayInline: (from, to) => !refused.has(edgeKey(from, to)) };
}
