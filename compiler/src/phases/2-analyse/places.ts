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

/** A line that is to be followed: where it leads, and where it came from. */
interface Way {
  readonly place: StepPlace;
  readonly from: string;
  readonly port: string;
}

/**
 * Follows every line from every entry. A step is reached in each context of its entries; in each of them it stands inside
 * of one step at most, the one it is first reached in.
 */
export function placeSteps(linked: LinkedFlow): Places {
  const places = new Map<string, StepPlace>();
  const crossings: { from: string; port: string; to: string }[] = [];
  const waiting: Way[] = [];
  for (const { step, definition } of linked.steps.values()) {
    const context = definition.contexts[0];
    if (definition.entry === undefined || context === undefined) continue;
    waiting.push({ place: { step: step.id, context, entry: step.id }, from: "", port: "" });
  }
  follow(waiting, true);
  // What no call comes to is placed too, from where its own ways begin, so that it can be checked.
  const isPlaced = (id: string) => contexts.some((context) => places.has(key(id, context)));
  const left = [...linked.steps.keys()].filter((id) => !isPlaced(id));
  const ledTo = new Set(
    left.flatMap((id) => (linked.steps.get(id)?.ports ?? []).map((port) => linked.target(id, port.id))),
  );
  const alone = (id: string) => ({ place: { step: id, context: "extension" as const, entry: "" }, from: "", port: "" });
  follow(left.filter((id) => !ledTo.has(id)).map(alone), false);
  for (const id of left) if (!isPlaced(id)) follow([alone(id)], false);
  return { all: [...places.values()], find: (step, context) => places.get(key(step, context)), crossings };

  function follow(ways: Way[], reports: boolean): void {
    for (const { place, from, port } of ways) {
      const known = places.get(key(place.step, place.context));
      if (known !== undefined) {
        const isSame = known.within?.step === place.within?.step && known.within?.port === place.within?.port;
        if (!isSame && reports) crossings.push({ from, port, to: place.step });
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
        ways.push({ place: next, from: place.step, port: one.id });
      }
    }
  }
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
