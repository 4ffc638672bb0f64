import type { Label } from "../../instructions/instruction.ts";
import type { Lowered } from "../2-analyse/lower.ts";
import { growDocument } from "./grow-document.ts";
import { Growth } from "./growth.ts";
import type { Block, Plan, PlanOptions } from "./plan.ts";
import { survey } from "./survey.ts";

/** Cuts the graph into documents: one for each entry, then one for each place that a document asks for. */
export function planDocuments({ graph, entries }: Lowered, options: PlanOptions): Plan {
  const roots = [...entries.values()];
  const known = survey(graph, roots, options.sizeBudget);
  const growth = new Growth(graph);
  const documents = new Map<Label, Block>();
  const waiting = new Set(roots);
  for (const root of waiting) {
    const { block, asksFor } = growDocument(root, { graph, known, growth, options });
    documents.set(root, block);
    for (const label of asksFor) waiting.add(label);
  }
  return { documents, entries };
}
