import type { Instruction, Label } from "../instructions/instruction.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/**
 * Where no call is ours, the PBX asks once and comes back no more: what our server must find out by a request, it has to
 * find out before the first command is written.
 */
export const requestComesFirst: Rule = {
  code: "request-comes-first",
  check({ linked, graph, ways, entries }) {
    const faulty = new Set<string>();
    const seen = new Set<string>();
    const waiting = [...entries.values()].map((label) => ({ label, later: false }));
    const visit = (label: Label, later: boolean) => waiting.push({ label, later });
    for (let point = waiting.pop(); point !== undefined; point = waiting.pop()) {
      const { label } = point;
      const instruction = graph.get(label);
      if (instruction?.stays !== true || seen.has(`${label}\0${point.later}`)) continue;
      seen.add(`${label}\0${point.later}`);
      if (instruction.op === "request" && point.later) faulty.add(instruction.step);
      for (const next of ways.get(label)?.inline ?? []) visit(next, point.later || isCommand(instruction));
    }
    return [...faulty].map((id) => {
      const step = linked.steps.get(id)?.step ?? { id, label: "" };
      const sentence = said`"${nameOf(step)}" comes too late on some way: here the phone system is told everything at once, so what to do must be known before the first thing is done. Put it in front.`;
      return { code: "request-comes-first", severity: "error" as const, ...sentence, step: id };
    });
  },
};

function isCommand(instruction: Instruction): boolean {
  return instruction.op === "do" ? instruction.commands.length > 0 : !isOurs.has(instruction.op);
}

/** What our server does alone, before it answers. */
const isOurs: ReadonlySet<Instruction["op"]> = new Set(["receive", "assign", "tell", "choose", "request"]);
