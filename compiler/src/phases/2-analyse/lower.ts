import { doneLabel, hangUpLabel, type InstructionGraph, type OwnVariable } from "../../instructions/builder.ts";
import type { Instruction, Label, Ways } from "../../instructions/instruction.ts";
import type { EntryKind } from "../../steps/definition.ts";
import type { LinkedFlow } from "../1-parse/link-flow.ts";
import { type Memory, noMemory } from "../memory.ts";
import { emissionOf } from "./emission.ts";
import { fillInsides, type InsideFault } from "./fill-insides.ts";
import { labelAt, type Places, pbxNamesAt, placeSteps, type StepPlace } from "./places.ts";

export interface Lowered {
  readonly graph: InstructionGraph;
  /** Where each instruction leads; nowhere where there is none. */
  readonly ways: ReadonlyMap<Label, Ways>;
  /** What steps remember for themselves, beside the flow's variables. */
  readonly ownVariables: readonly OwnVariable[];
  /** Where a call begins, by the notification that brings it. */
  readonly entries: ReadonlyMap<EntryKind, Label>;
  readonly places: Places;
  readonly insideFaults: readonly InsideFault[];
}

/**
 * Asks every step for its instructions, once for each context and language a call comes to it in. Labels that no step
 * provides (a faulty step) end the call.
 */
export function lower(linked: LinkedFlow, memory: Memory = noMemory): Lowered {
  const graph = new Map<Label, Instruction>();
  const ways = new Map<Label, Ways>();
  const ownVariables = new Map<string, OwnVariable>();
  const entries = new Map<EntryKind, Label>();
  /** The same, for whoever names an entry without knowing which there are. */
  const begins: ReadonlyMap<string, Label> = entries;
  const places = placeSteps(linked);
  graph.set(hangUpLabel, { op: "end", step: "", commands: [{ name: "Hangup", step: "", fields: {}, attributes: {} }] });
  graph.set(doneLabel, { op: "end", step: "", commands: [], stays: true });
  for (const { step, definition } of linked.steps.values()) {
    const [context] = definition.contexts;
    if (definition.entry === undefined || context === undefined || entries.has(definition.entry)) continue;
    const place = { step: step.id, context, language: places.languages.first };
    entries.set(definition.entry, labelAt(place, places.languages));
  }
  for (const place of places.inLanguages) {
    const found = linked.steps.get(place.step);
    if (found === undefined) continue;
    const all = linked.flow.languages;
    const speech = { language: place.language, wordsIn: found.wordsIn, all, isTold: all.length > 1 };
    const emission = emissionOf(
      found,
      {
        label: labelAt(place, places.languages),
        place: { context: place.context, pbxNames: pbxNamesAt(place, places, linked), speech },
        target: (port, language) => targetLabel(port, language, place, places, linked),
        entry: (kind) => begins.get(kind),
      },
      memory,
    );
    for (const [label, instruction] of emission.graph) graph.set(label, instruction);
    for (const [label, leads] of emission.ways) ways.set(label, leads);
    for (const [name, variable] of emission.ownVariables) ownVariables.set(name, variable);
  }
  const { filled, faults } = fillInsides(graph);
  const insideFaults = [...faults, ...languagesSetInside(places, linked)];
  return { graph: filled, ways, ownVariables: [...ownVariables.values()], entries, places, insideFaults };
}

/** The second round of a loop would still be spoken as the first one was. */
function languagesSetInside({ all }: Places, linked: LinkedFlow): readonly InsideFault[] {
  return all.flatMap(({ step, within }) => {
    const sets = linked.steps.get(step)?.ports.some(({ language }) => typeof language === "object");
    return sets === true && within !== undefined ? [{ step, around: within.step, why: "remembers" as const }] : [];
  });
}

function targetLabel(
  port: string,
  chosen: string | undefined,
  place: StepPlace,
  places: Places,
  linked: LinkedFlow,
): Label {
  const found = linked.steps.get(place.step)?.ports.find((one) => one.id === port);
  const target = linked.target(place.step, port);
  const context = found?.newCall === true ? "extension" : place.context;
  const isInside = found?.newCall !== true && (place.within !== undefined || found?.body !== undefined);
  const end = isInside || context !== "extension" ? doneLabel : hangUpLabel;
  if (target === undefined || !linked.steps.has(target)) return end;
  const around = found?.body === undefined ? place.within?.step : place.step;
  if (isInside && (target === around || places.find(target, context)?.within?.step !== around)) return end;
  const [behind = place.language] = found === undefined ? [] : places.languages.behind(found, place.language);
  const language = places.languages.at(target, chosen ?? behind);
  return labelAt({ step: target, context, language }, places.languages);
}
