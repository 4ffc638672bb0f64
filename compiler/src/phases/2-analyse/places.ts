import type { Label } from "../../instructions/instruction.ts";
import type { Context } from "../../steps/definition.ts";
import type { LinkedFlow } from "../1-parse/link-flow.ts";
import { type Languages, languagesOf } from "./languages.ts";

/** Where a step stands: in which context and language a call comes to it, and inside of which step. */
export interface StepPlace {
  readonly step: string;
  readonly context: Context;
  readonly language: string;
  /** An entry from which it is reached in this context; "" for a step that no call comes to. */
  readonly entry: string;
  /** The step around it and the port that leads in; absent: none. */
  readonly within?: { readonly step: string; readonly port: string };
}

export interface Places {
  /** One for each context that a step is reached in. */
  readonly all: readonly StepPlace[];
  /** One for each context and language, as far as it makes a difference there. */
  readonly inLanguages: readonly StepPlace[];
  readonly languages: Languages;
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
 * Follows every line from every entry. A step is reached in each context of its entries, and in each language set on the
 * way; in each context it stands inside of one step at most, the one it is first reached in.
 */
export function placeSteps(linked: LinkedFlow): Places {
  const languages = languagesOf(linked);
  const places = new Map<string, Map<Context, StepPlace>>();
  const all: StepPlace[] = [];
  const inLanguages = new Map<string, StepPlace>();
  const crossings: { from: string; port: string; to: string }[] = [];
  const waiting: Way[] = [];
  for (const { step, definition } of linked.steps.values()) {
    const context = definition.contexts[0];
    if (definition.entry === undefined || context === undefined) continue;
    waiting.push({
      place: { step: step.id, context, language: languages.first, entry: step.id },
      from: "",
      port: "",
    });
  }
  follow(waiting, true);
  // What no call comes to is placed too, from where its own ways begin, so that it can be checked.
  const left = [...linked.steps.keys()].filter((id) => !places.has(id));
  const ledTo = new Set(
    left.flatMap((id) => (linked.steps.get(id)?.ports ?? []).map((port) => linked.target(id, port.id))),
  );
  const alone = (id: string) => ({
    place: { step: id, context: "extension" as const, language: languages.first, entry: "" },
    from: "",
    port: "",
  });
  follow(left.filter((id) => !ledTo.has(id)).map(alone), false);
  for (const id of left) if (!places.has(id)) follow([alone(id)], false);
  return {
    all,
    inLanguages: [...inLanguages.values()],
    languages,
    find: (step, context) => places.get(step)?.get(context),
    crossings,
  };

  function follow(ways: Way[], reports: boolean): void {
    for (const { place: reached, from, port } of ways) {
      const place = { ...reached, language: languages.at(reached.step, reached.language) };
      const here = places.get(place.step) ?? new Map<Context, StepPlace>();
      const known = here.get(place.context);
      if (known !== undefined) {
        const isSame = known.within?.step === place.within?.step && known.within?.port === place.within?.port;
        if (!isSame && reports) crossings.push({ from, port, to: place.step });
        if (!isSame || inLanguages.has(labelAt(place, languages))) continue;
      }
      if (known === undefined) {
        places.set(place.step, here.set(place.context, place));
        all.push(place);
      }
      inLanguages.set(labelAt(place, languages), place);
      for (const one of linked.steps.get(place.step)?.ports ?? []) {
        const target = linked.target(place.step, one.id);
        if (target === undefined || !linked.steps.has(target)) continue;
        const { within: _, ...outside } = place;
        const within = one.body === undefined ? place.within : { step: place.step, port: one.id };
        // A line back to the step around is the end of the round.
        if (one.newCall !== true && target === within?.step) continue;
        for (const language of languages.behind(one, place.language)) {
          const next: StepPlace =
            one.newCall === true
              ? { step: target, context: "extension", language, entry: place.entry }
              : { ...outside, step: target, language, ...(within === undefined ? {} : { within }) };
          ways.push({ place: next, from: place.step, port: one.id });
        }
      }
    }
  }
}

/**
 * The step's own label. Where the call is not one of our extension's, the context is part of it, and the language where it
 * is not the first: with nothing in it that an address would have to escape.
 */
export function labelAt({ step, context, language }: Omit<StepPlace, "entry">, { first }: Languages): Label {
  const spoken = language === first ? "" : `@${language.replace(/[^A-Za-z0-9-]/g, escapedSign)}`;
  return (context === "extension" ? step : `${step}.${context}`) + spoken;
}

function escapedSign(sign: string): string {
  return `_${sign.charCodeAt(0).toString(16)}`;
}

/** Where nothing is around. */
export const noPbxNames: ReadonlySet<string> = new Set();

/** Names that the PBX puts values to where the step stands, from all the steps around it. */
export function pbxNamesAt(place: StepPlace, places: Places, linked: LinkedFlow): ReadonlySet<string> {
  if (place.within === undefined) return noPbxNames;
  const names = new Set<string>();
  for (let within: StepPlace["within"] = place.within; within !== undefined; ) {
    const { step, port }: NonNullable<StepPlace["within"]> = within;
    for (const name of linked.steps.get(step)?.ports.find((one) => one.id === port)?.body?.gives ?? []) names.add(name);
    within = places.find(step, place.context)?.within;
  }
  return names;
}
