import type { Context } from "../../steps/definition.ts";
import type { LinkedFlow } from "../1-parse/link-flow.ts";

/** Where a step stands: in which context a call comes to it, and inside of which step. */
export interface StepPlace {
  readonly step: string;
  readonly context: Context;
  /** An entry from which it is reached in this context; "" for a step that no call comes to. */
  readonly entry: string;
  /** The step around it and the port that leads in; absent: none. */
  readonly within?: { readonly step: string; readonly port: string };
}

export interface Places {
  readonly all: readonly StepPlace[];
  find(step: string, context: Context): StepPlace | undefined;
  /** Lines that lead into a step from outside, or out of it from inside: what is inside must stay there. */
  readonly crossings: readonly { readonly from: string; readonly port: string; readonly to: string }[];
}

/**
 * Follows every line from every entry. A step is reached in each context of its entries; in each of them it stands inside
 * of one step at most, the one it is first reached in.
 */
export function placeSteps(linked: LinkedFlow): Places {
  const places = new Map<string, StepPlace>();
  const crossings: { from: string; port: string; to: string }[] = [];
  const waiting: { place: StepPlace; from: string; port: string }[] = [];
  for (const { step, definition } of linked.steps.values()) {
    const context = definition.contexts[0];
    if (definition.entry === undefined || context === undefined) continue;
    waiting.push({ place: { step: step.id, context, entry: step.id }, from: "", port: "" });
  }
  for (const { place, from, port } of waiting) {
    const known = places.get(key(place.step, place.context));
    if (known !== undefined) {
      const isSame = known.within?.step === place.within?.step && known.within?.port === place.within?.port;
      if (!isSame) crossings.push({ from, port, to: place.step });
      continue;
    }
    places.set(key(place.step, place.context), place);
    for (const one of linked.steps.get(place.step)?.ports ?? []) {
      const target = linked.target(place.step, one.id);
      if (target === undefined || !linked.steps.has(target)) continue;
      const { within: _, ...outside } = place;
      const within = one.body === undefined ? place.within : { step: place.step, port: one.id };
      // A line back to the step around is the end of the round.
      if (one.newCall !== true && target === within?.step) continue;
      const next: StepPlace =
        one.newCall === true
          ? { step: target, context: "extension", entry: place.entry }
          : { ...outside, step: target, ...(within === undefined ? {} : { within }) };
      waiting.push({ place: next, from: place.step, port: one.id });
    }
  }
  for (const id of linked.steps.keys()) {
    const isReached = contexts.some((context) => places.has(key(id, context)));
    if (!isReached) places.set(key(id, "extension"), { step: id, context: "extension", entry: "" });
  }
  return { all: [...places.values()], find: (step, context) => places.get(key(step, context)), crossings };
}

const contexts: readonly Context[] = ["extension", "third-party", "routing", "message"];

function key(step: string, context: Context): string {
  return `${step}\0${context}`;
}

/** Names that the PBX puts values to where the step stands, from all the steps around it. */
export function pbxNamesAt(place: StepPlace, places: Places, linked: LinkedFlow): ReadonlySet<string> {
  const names = new Set<string>();
  for (let within = place.within; within !== undefined; ) {
    const { step, port } = within;
    for (const name of linked.steps.get(step)?.ports.find((one) => one.id === port)?.body?.gives ?? []) names.add(name);
    within = places.find(step, place.context)?.within;
  }
  return names;
}
