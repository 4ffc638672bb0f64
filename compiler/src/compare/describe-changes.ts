import type { Flow, Step } from "../flow/index.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { findStepDefinition } from "../steps/registry.ts";
import { type Said, said, type Text } from "../words/said.ts";
import type { FlowChange } from "./compare-flows.ts";

/** Changes as an author reads them, a line for each; lines of the flow that went with their step are left out. */
export function describeChanges(changes: readonly FlowChange[], before: Flow, after: Flow): readonly Said[] {
  return changes.flatMap(describerOf(before, after));
}

/** Says one change after the other: both flows are looked through once, however many there are. */
export function describerOf(before: Flow, after: Flow): (change: FlowChange) => readonly Said[] {
  const [old, current] = [namesIn(before), namesIn(after)];
  return (change) => sentencesOf(change, old, current);
}

/** How steps and their ways out are called in a flow. */
interface Names {
  has(step: string): boolean;
  called(step: string): string;
  portTitle(step: string, port: string): Text | undefined;
}

function namesIn({ steps }: Flow): Names {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const titles = new Map<string, ReadonlyMap<string, Text>>();
  const titlesOf = (id: string) => {
    const known = titles.get(id) ?? portTitles(byId.get(id));
    titles.set(id, known);
    return known;
  };
  return {
    has: (id) => byId.has(id),
    called: (id) => `"${nameOf(byId.get(id) ?? { id, label: "" })}"`,
    portTitle: (id, port) => titlesOf(id).get(port),
  };
}

function portTitles(step: Step | undefined): ReadonlyMap<string, Text> {
  const definition = findStepDefinition(step?.type ?? "");
  const data = definition?.schema.safeParse(step?.data).data;
  return new Map(data === undefined ? [] : definition?.ports(data).map(({ id, title }) => [id, title]));
}

function sentencesOf(one: FlowChange, before: Names, after: Names): readonly Said[] {
  switch (one.of) {
    case "step": {
      const name = `"${nameOf(one)}"`;
      if (one.change === "added") return [said`Step ${name} was added.`];
      if (one.change === "removed") return [said`Step ${name} was removed.`];
      return one.fields.map((field) => said`${name}, ${field.place}: ${valueChange(field.before, field.after)}.`);
    }
    case "edge":
      return after.has(one.from) ? [edgeSentence(one, before, after)] : [];
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
  old: Names,
  current: Names,
): Said {
  const way = said`${current.called(from)}, ${current.portTitle(from, port) ?? old.portTitle(from, port) ?? port}`;
  if (after === undefined) return said`${way}: leads nowhere, was to ${old.called(before ?? "")}.`;
  if (before === undefined) return said`${way}: leads to ${current.called(after)}.`;
  return said`${way}: leads to ${current.called(after)}, was to ${old.called(before)}.`;
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
