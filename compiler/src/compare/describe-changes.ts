import type { Flow } from "../flow/index.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { findStepDefinition } from "../steps/registry.ts";
import { type Said, said, type Text } from "../words/said.ts";
import type { FlowChange } from "./compare-flows.ts";

/** Changes as an author reads them, a line for each; lines of the flow that went with their step are left out. */
export function describeChanges(changes: readonly FlowChange[], before: Flow, after: Flow): readonly Said[] {
  return changes.flatMap((one) => sentencesOf(one, before, after));
}

function sentencesOf(one: FlowChange, before: Flow, after: Flow): readonly Said[] {
  switch (one.of) {
    case "step": {
      const name = `"${nameOf(one)}"`;
      if (one.change === "added") return [said`Step ${name} was added.`];
      if (one.change === "removed") return [said`Step ${name} was removed.`];
      return one.fields.map((field) => said`${name}, ${field.place}: ${valueChange(field.before, field.after)}.`);
    }
    case "edge":
      return after.steps.some(({ id }) => id === one.from) ? [edgeSentence(one, before, after)] : [];
    case "variable":
      if (one.change === "added") return [said`Variable "${one.id}" was added.`];
      if (one.change === "removed") return [said`Variable "${one.id}" was removed.`];
      return [said`Variable "${one.id}": ${valueChange(one.before, one.after)}.`];
    case "note":
      return [said`Note ${valueChange(one.before, one.after)}.`];
    case "setting":
      return [said`Flow, ${one.id}: ${valueChange(one.before, one.after)}.`];
  }
}

function edgeSentence(
  { from, port, before, after }: Extract<FlowChange, { of: "edge" }>,
  old: Flow,
  current: Flow,
): Said {
  const called = (id: string, flow: Flow) =>
    `"${nameOf(flow.steps.find((one) => one.id === id) ?? { id, label: "" })}"`;
  const way = said`${called(from, current)}, ${portTitle(from, port, current) ?? portTitle(from, port, old) ?? port}`;
  if (after === undefined) return said`${way}: leads nowhere, was to ${called(before ?? "", old)}.`;
  if (before === undefined) return said`${way}: leads to ${called(after, current)}.`;
  return said`${way}: leads to ${called(after, current)}, was to ${called(before, old)}.`;
}

function portTitle(id: string, port: string, { steps }: Flow): Text | undefined {
  const step = steps.find((one) => one.id === id);
  const definition = findStepDefinition(step?.type ?? "");
  const data = definition?.schema.safeParse(step?.data).data;
  return data === undefined ? undefined : definition?.ports(data).find((one) => one.id === port)?.title;
}

function valueChange(before: unknown, after: unknown): Said {
  if (before === undefined) return said`${written(after)} was added`;
  if (after === undefined) return said`${written(before)} was removed`;
  return said`${written(after)}, was ${written(before)}`;
}

/** Long texts are cut: whoever wants them whole looks at the data. */
function written(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
