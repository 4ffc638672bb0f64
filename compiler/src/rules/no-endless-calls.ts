import { cycles } from "../instructions/graph.ts";
import { type Instruction, inlineTargets, type Label, newCallTargets } from "../instructions/instruction.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/**
 * A call that places a call that places a call, with nobody asked in between, never stops dialling; nor does a message end
 * that is sent when the report of another one comes.
 */
export const noEndlessCalls: Rule = {
  code: "endless-calls",
  check({ linked, graph, entries }) {
    const reports = new Set(entries.values());
    const targets = (label: Label) => {
      const instruction = graph.get(label);
      return instruction === undefined || instruction.op === "ask" ? [] : allTargets(instruction);
    };
    return cycles([...graph.keys()], targets).flatMap((loop) => {
      const inLoop = new Set(loop);
      const places = loop
        .flatMap((label) => graph.get(label) ?? [])
        .find((one) => newCallTargets(one).some((target) => inLoop.has(target)));
      if (places === undefined) return [];
      const name = nameOf(linked.steps.get(places.step)?.step ?? { id: places.step, label: "" });
      const asksForReport = newCallTargets(places).some((target) => inLoop.has(target) && reports.has(target));
      const sentence = asksForReport
        ? said`Each report that "${name}" asks for comes back to it and it asks for another: messages would go out without end. Ask for no report there.`
        : said`Each call that "${name}" places comes back to it and places another: phones would ring without end. Lead the callee elsewhere, or ask them something first.`;
      return [{ code: "endless-calls", severity: "error" as const, ...sentence, step: places.step }];
    });
  },
};

function allTargets(instruction: Instruction): readonly Label[] {
  return [...inlineTargets(instruction), ...newCallTargets(instruction)];
}
