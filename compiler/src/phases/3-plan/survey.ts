import type { InstructionGraph } from "../../instructions/builder.ts";
import { depthFirst, reachableFrom } from "../../instructions/graph.ts";
import { inlineTargets, type Label, placesCalls, requestTargets } from "../../instructions/instruction.ts";
import { instructionBytes, linkBytes } from "./size.ts";

/** What has to be known of the whole graph before it is cut into documents. */
export interface Survey {
  /** The way back into a loop: written out, it is one more round, and must end by an address some time. */
  closesLoop(from: Label, to: Label): boolean;
  /**
   * A part with several ways in that is worth no copy here: it stands behind the first way (its primary one), and the
   * others ask for it by address. Whoever comes to it for certain gets a copy all the same, for that saves a callback.
   */
  isElsewhere(from: Label, to: Label): boolean;
}

/**
 * Up to this size, in bytes, a part that several ways lead to is written out on each of them: "Goodbye" and a hang-up,
 * a transfer. Asking for it would cost a callback each time and save nothing.
 */
const copyBytes = 600;

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
    if (instruction !== undefined && placesCalls(instruction)) total += copyBytes;
    for (const to of inline(label)) {
      const stands =
        graph.get(to)?.op !== "request" && !isBackEdge(label, to) && (primary.get(to) === label || isCopied(to));
      total += stands ? (bytes.get(to) ?? linkBytes) : linkBytes;
    }
    bytes.set(label, Math.min(total, sizeBudget + 1));
  }

  return { closesLoop: isBackEdge, isElsewhere: (from, to) => primary.get(to) !== from && !isCopied(to) };
}
