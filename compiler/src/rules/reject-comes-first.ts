import type { Command, Label } from "../instructions/instruction.ts";
import { inlineTargets, requestTargets } from "../instructions/instruction.ts";
import { findCommand } from "../ozml/vocabulary.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** The PBX obeys some commands only as the first of a call (Reject): once anything was heard, the call is answered. */
export const rejectComesFirst: Rule = {
  code: "reject-comes-first",
  check({ linked, graph, entries }) {
    const faulty = new Set<string>();
    const seen = new Set<string>();
    const waiting = [...entries].map(([kind, label]) => ({ label, answered: kind !== "incoming-call" }));
    const visit = (label: Label, answered: boolean) => waiting.push({ label, answered });
    for (let point = waiting.pop(); point !== undefined; point = waiting.pop()) {
      const { label } = point;
      let { answered } = point;
      const instruction = graph.get(label);
      if (instruction === undefined || seen.has(`${label}\0${answered}`)) continue;
      seen.add(`${label}\0${answered}`);
      const commands: readonly Command[] =
        instruction.op === "do" || instruction.op === "end" ? instruction.commands : [];
      for (const command of commands) {
        if (answered && findCommand(command.name)?.firstOnly === true) faulty.add(command.step);
        answered = true;
      }
      if (instruction.op === "ask" || instruction.op === "await" || instruction.op === "enclose") answered = true;
      for (const next of inlineTargets(instruction)) visit(next, answered);
      for (const next of requestTargets(instruction)) visit(next, true);
    }
    return [...faulty].map((id) => {
      const step = linked.steps.get(id)?.step ?? { id, label: "" };
      const sentence = said`"${nameOf(step)}" comes too late on some way: a call can only be rejected before anything else happens to it. Hang up instead.`;
      return { code: "reject-comes-first", severity: "error" as const, ...sentence, step: id };
    });
  },
};
