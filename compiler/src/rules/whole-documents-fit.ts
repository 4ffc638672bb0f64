import type { Diagnostic } from "../flow/diagnostic.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { type Block, type Plan, waysOf } from "../phases/3-plan/plan.ts";
import { said } from "../words/said.ts";

/**
 * Where no call is ours, the PBX takes one document and comes back for no other: it passes a GoTo over. Documents are cut
 * only when they are far too large. Not among the rules, for it is seen when the flow is cut.
 */
export function checkWholeDocuments({ documents }: Plan, { graph, linked }: Analysis): readonly Diagnostic[] {
  const cutOff = new Set<string>();
  for (const block of documents.values()) {
    const waiting: Block[] = [...waysOf(block)];
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
      if (part.kind !== "go") waiting.push(...waysOf(part));
      // Our own request begins a document; where it may stand is a rule of its own (request-comes-first).
      else if (isCutOff(graph.get(part.to))) cutOff.add(graph.get(part.to)?.step ?? "");
    }
  }
  return [...cutOff].map((id) => {
    const step = linked.steps.get(id)?.step ?? { id, label: "" };
    const sentence = said`"${nameOf(step)}" and what follows it never happens on some way: here the phone system takes one document, and what comes before fills it. Do less, or say it shorter.`;
    return { code: "whole-documents-fit", severity: "error" as const, ...sentence, step: id };
  });
}

function isCutOff(target: { readonly stays?: true; readonly op: string } | undefined): boolean {
  return target?.stays === true && target.op !== "request" && target.op !== "end";
}
