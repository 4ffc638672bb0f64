import {
  createEmitter,
  type Emitted,
  type InstructionGraph,
  type OwnVariable,
  type Place,
} from "../../instructions/builder.ts";
import { type Instruction, type Label, type Ways, waysOf } from "../../instructions/instruction.ts";
import type { LinkedStep } from "../1-parse/link-flow.ts";
import type { Memory } from "../memory.ts";

/** What a step says where it stands. */
export interface Emission {
  readonly graph: InstructionGraph;
  readonly ways: ReadonlyMap<Label, Ways>;
  readonly ownVariables: ReadonlyMap<string, OwnVariable>;
}

/** Where a step stands, and whom it can ask there. */
export type Surroundings = Omit<Emitted, "step" | "data">;

/** With all that it went by: where that is the same, it is said again. */
interface Remembered extends Emission {
  readonly place: Place;
  readonly targets: readonly { readonly port: string; readonly language?: string; readonly to: Label }[];
  readonly entries: readonly { readonly kind: string; readonly begin: Label | undefined }[];
}

export function emissionOf(step: LinkedStep, around: Surroundings, memory: Memory): Emission {
  const remembered = memory.recall(nothingYet, step);
  const before = remembered.get(around.label);
  if (before !== undefined && isStill(before, around)) return before;
  const now = emit(step, around);
  remembered.set(around.label, now);
  return now;
}

/** By label: for each context and language the step stands in. */
const nothingYet = (_step: LinkedStep) => new Map<Label, Remembered>();

function emit({ step, definition, data }: LinkedStep, { place, label, target, entry }: Surroundings): Remembered {
  const graph = new Map<Label, Instruction>();
  const ownVariables = new Map<string, OwnVariable>();
  const targets = new Map<string, Remembered["targets"][number]>();
  const entries = new Map<string, Label | undefined>();
  const emitted: Emitted = {
    step: step.id,
    data,
    place,
    label,
    target(port, language) {
      const to = target(port, language);
      targets.set(`${port}\0${language ?? ""}`, { port, to, ...(language === undefined ? {} : { language }) });
      return to;
    },
    entry(kind) {
      const begin = entry(kind);
      entries.set(kind, begin);
      return begin;
    },
  };
  definition.emit(data, createEmitter(emitted, { graph, ownVariables }));
  const asked = [...entries].map(([kind, begin]) => ({ kind, begin }));
  const ways = new Map([...graph].map(([at, one]) => [at, waysOf(one)]));
  return { graph, ways, ownVariables, place, targets: [...targets.values()], entries: asked };
}

function isStill(before: Remembered, { place, target, entry }: Surroundings): boolean {
  return (
    isSamePlace(before.place, place) &&
    before.targets.every(({ port, language, to }) => target(port, language) === to) &&
    before.entries.every(({ kind, begin }) => entry(kind) === begin)
  );
}

/** Of places with the same label, which says context and language, of a flow that begins in the same language. */
function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.speech.all === other.speech.all &&
    one.pbxNames.size === other.pbxNames.size &&
    [...one.pbxNames].every((name) => other.pbxNames.has(name))
  );
}
