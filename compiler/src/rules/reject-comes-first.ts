import type { Command, Instruction, Label } from "../instructions/instruction.ts";
import { findCommand } from "../ozml/vocabulary.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** The PBX obeys some commands only as the first of a call (Reject): once anything was heard, the call is answered. */
export const rejectComesFirst: Rule = {
  code: "reject-comes-first",
  check({ linked, graph, ways, entries, memory }) {
    if (![...graph.values()].some((one) => memory.recall(firstOnly, one).length > 0)) return [];
    const faulty = new Set<string>();
    const seen = { answered: new Set<Label>(), ringing: new Set<Label>() };
    const waiting = [...entries].map(([kind, label]) => ({ label, answered: kind !== "incoming-call" }));
    for (let point = waiting.pop(); point !== undefined; point = waiting.pop()) {
      const { label } = point;
      let { answered } = point;
      const instruction = graph.get(label);
      const before = answered ? seen.answered : seen.ringing;
      if (instruction === undefined || before.has(label)) continue;
      before.add(label);
      for (const command of commandsOf(instruction)) {
        if (answered && isFirstOnly(command)) faulty.add(command.step);
        answered = true;
      }
      if (instruction.op === "ask" || instruction.op === "await" || instruction.op === "enclose") answered = true;
      const { inline = [], requests = [] } = ways.get(label) ?? {};
      for (const next of inline) waiting.push({ label: next, answered });
      for (const next of requests) waiting.push({ label: next, answered: true });
    }
    return [...faulty].map((id) => {
      const step = linked.steps.get(id)?.step ?? { id, label: "" };
      const sentence = said`"${nameOf(step)}" comes too late on some way: a call can only be rejected before anything else happens to it. Hang up instead.`;
      return { code: "reject-comes-first", severity: "error" as const, ...sentence, step: id };
    });
  },
};

function commandsOf(one: Instruction): readonly Command[] {
  return one.op === "do" || one.op === "end" ? one.commands : [];
}

const firstOnly = (one: Instruction) => commandsOf(one).filter(isFirstOnly);

const isFirstOnly = ({ name }: Command) => findCommand(name)?.firstOnly === true;
