import { cycles } from "../instructions/graph.ts";
import type { Label } from "../instructions/instruction.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/**
 * A call that places a call that places a call, with nobody asked in between, never stops dialling; nor does a message end
 * that is sent when the report of another one comes.
 */
export const noEndlessCalls: Rule = {
  code: "endless-calls",
  check({ linked, graph, ways, entries }) {
    if (![...ways.values()].some(({ newCalls }) => newCalls.length > 0)) return [];
    const reports = new Set(entries.values());
    const targets = (label: Label) => {
      const { inline = [], newCalls = [] } = graph.get(label)?.op === "ask" ? {} : (ways.get(label) ?? {});
      return [...inline, ...newCalls];
    };
    return cycles([...graph.keys()], targets).flatMap((loop) => {
      const inLoop = new Set(loop);
      const begun = (label: Label) => ways.get(label)?.newCalls.filter((target) => inLoop.has(target)) ?? [];
      const placing = loop.find((label) => begun(label).length > 0);
      const step = placing === undefined ? undefined : graph.get(placing)?.step;
      if (placing === undefined || step === undefined) return [];
      const name = nameOf(linked.steps.get(step)?.step ?? { id: step, label: "" });
      const asksForReport = begun(placing).some((target) => reports.has(target));
      const sentence = asksForReport
        ? said`Each report that "${name}" asks for comes back to it and it asks for another: messages would go out without end. Ask for no report there.`
        : said`Each call that "${name}" places comes back to it and places another: phones would ring without end. Lead the callee elsewhere, or ask them something first.`;
      return [{ code: "endless-calls", severity: "error" as const, ...sentence, step }];
    });
  },
};
