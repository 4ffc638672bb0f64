import type { Command, Do, Instruction, Label } from "../instructions/instruction.ts";
import { sameName } from "../ozml/document.ts";
import { findCommand } from "../ozml/vocabulary.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/**
 * BackKey and Exit in an author's own OzML act on the question around them. Behind a key of a menu that is the menu's, in
 * documents; the walk knows steps and no question around them. So what a trial call shows may not be what callers hear.
 */
export const ownOzmlStaysInPlace: Rule = {
  code: "own-ozml-stays-in-place",
  check({ linked, graph, ways, entries, memory }) {
    const reaching = new Map<Instruction, string>();
    for (const one of graph.values()) {
      const outward = one.op === "do" ? memory.recall(reachesOut, one) : undefined;
      if (outward !== undefined) reaching.set(one, outward);
    }
    if (reaching.size === 0) return [];
    const faulty = new Map<string, string>();
    const seen = { inside: new Set<Label>(), outside: new Set<Label>() };
    const waiting = [...entries.values()].map((label) => ({ label, inQuestion: false }));
    for (let point = waiting.pop(); point !== undefined; point = waiting.pop()) {
      const { label, inQuestion } = point;
      const instruction = graph.get(label);
      const before = inQuestion ? seen.inside : seen.outside;
      if (instruction === undefined || before.has(label)) continue;
      before.add(label);
      const outward = inQuestion ? reaching.get(instruction) : undefined;
      if (outward !== undefined) faulty.set(instruction.step, outward);
      const { inline = [], requests = [], newCalls = [] } = ways.get(label) ?? {};
      const silent = instruction.op === "ask" ? instruction.silent : undefined;
      const asks = silent !== undefined;
      for (const next of inline) waiting.push({ label: next, inQuestion: inQuestion || (asks && next !== silent) });
      for (const next of requests)
        waiting.push({ label: next, inQuestion: !newCalls.includes(next) && (inQuestion || asks) });
    }
    return [...faulty].map(([id, what]) => {
      const step = linked.steps.get(id)?.step ?? { id, label: "" };
      const sentence = said`"${nameOf(step)}" stands behind a key of a question, and its ${what} acts on that question: callers may be asked it again, or led on behind it, where a trial call goes on behind this step. Draw it as steps.`;
      return { code: "own-ozml-stays-in-place", severity: "warning" as const, ...sentence, step: id };
    });
  },
};

/** What in the author's own commands acts on whatever question is around them. */
function reachesOut({ commands }: Do): string | undefined {
  for (const command of commands) {
    if (command.verbatim !== true) continue;
    const name = findCommand(command.name)?.name;
    if (name === "Exit") return "<Exit>";
    if (name === "UserInput" && hasBackKey(command)) return "BackKey";
  }
  return undefined;
}

/** An empty one is none. */
function hasBackKey({ attributes }: Command): boolean {
  const isKey = ([name, value]: readonly [string, unknown]) => sameName(name, "BackKey") && String(value) !== "";
  return Object.entries(attributes).some(isKey);
}
