import { createForesight } from "../../expressions/foresee.ts";
import { type Label, requestTargets } from "../../instructions/instruction.ts";
import type { Analysis } from "../2-analyse/analyse.ts";
import { foreseeEntries } from "./foresee-entries.ts";
import { growDocument } from "./grow-document.ts";
import { Growth } from "./growth.ts";
import { type Block, type Plan, type PlanOptions, waysOf } from "./plan.ts";
import { survey } from "./survey.ts";

/** Cuts the graph into documents: one for each entry, then one for each place that a document asks for. */
export function planDocuments({ graph: lowered, entries, linked, expressions }: Analysis, options: PlanOptions): Plan {
  const graph = foreseeEntries(lowered, createForesight(linked.flow.variables, expressions));
  const roots = [...entries.values()];
  const known = survey(graph, roots, options.sizeBudget);
  const growth = new Growth(graph);
  const documents = new Map<Label, Block>();
  const waiting = new Set(roots);
  for (const root of waiting) {
    const block = growDocument(root, { graph, known, growth, options });
    documents.set(root, block);
    for (const label of asksFor(block)) waiting.add(label);
  }
  return { documents, entries };
}

/** Every label that the document asks for by address, in the order they stand in it. */
function asksFor(block: Block, found: Set<Label> = new Set()): ReadonlySet<Label> {
  if (block.kind === "go") found.add(block.to);
  else for (const label of requestTargets(block.instruction)) found.add(label);
  for (const way of waysOf(block)) asksFor(way, found);
  return found;
}
