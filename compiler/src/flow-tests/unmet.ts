import type { Values } from "../flow/flow.ts";
import { describe, type Transcript } from "../line/transcript.ts";
import type { LinkedFlow } from "../phases/1-parse/link-flow.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { either } from "../words/lists.ts";
import { type Said, said } from "../words/said.ts";
import { endingOf, transferOf } from "./ending.ts";
import type { Expectations } from "./test-file.ts";

/** What was seen of a call. What only one of the two ways to play it can tell is absent in the other. */
export interface Seen {
  readonly transcript: Transcript;
  readonly steps?: readonly string[];
  readonly values?: Values;
  readonly callbacks?: number;
}

/** An expectation that was not met: its key, and a sentence with what was expected and what was seen. */
export interface Unmet {
  readonly expectation: keyof Expectations;
  readonly sentence: Said;
}

/** What is said of one of several that are expected in an order. `early`: it is there, but before what it is to follow. */
interface Missing {
  never(one: string): Said;
  early(one: string, before: string): Said;
}

const unheard: Missing = {
  never: (one) => said`"${one}" is not heard.`,
  early: (one, before) => said`"${one}" is not heard after "${before}", but before it.`,
};
const undone: Missing = {
  never: (one) => said`"${one}" does not happen.`,
  early: (one, before) => said`"${one}" does not happen after "${before}", but before it.`,
};
const unreached: Missing = {
  never: (one) => said`"${one}" is not reached.`,
  early: (one, before) => said`"${one}" is not reached after "${before}", but before it.`,
};
const untold: Missing = {
  never: (one) => said`"${one}" is not said of the call.`,
  early: (one, before) => said`"${one}" is not said of the call after "${before}", but before it.`,
};

/** Everything that was expected of the call and did not happen. */
export function unmetBy(expected: Expectations, seen: Seen, linked: LinkedFlow): readonly Unmet[] {
  const { transcript, steps, values, callbacks } = seen;
  const found: Unmet[] = [];
  const unmet = (expectation: keyof Expectations, sentence: Said | undefined) => {
    if (sentence !== undefined) found.push({ expectation, sentence });
  };
  const heard = heardIn(transcript);
  unmet("hears", missingInOrder(expected.hears, heard, contains, unheard));
  for (const one of expected.neverHears ?? [])
    unmet("neverHears", heard.some((said) => contains(said, one)) ? said`"${one}" is heard.` : undefined);
  if (steps !== undefined) {
    unmet("reaches", unknownStep(expected.reaches, linked) ?? reachesNot(expected.reaches, steps, linked));
    unmet(
      "neverReaches",
      unknownStep(expected.neverReaches, linked) ?? reachesAny(expected.neverReaches, steps, linked),
    );
  }
  if (expected.transferredTo !== undefined && transferOf(transcript) !== expected.transferredTo) {
    const to = transferOf(transcript);
    const wanted = expected.transferredTo;
    unmet(
      "transferredTo",
      to === undefined
        ? said`The call is transferred to nobody, not to ${wanted}.`
        : said`The call is transferred to ${to}, not to ${wanted}.`,
    );
  }
  const ends = [expected.ends ?? []].flat();
  if (ends.length > 0 && !ends.includes(endingOf(transcript)))
    unmet("ends", said`The call ends as "${endingOf(transcript)}", not as ${either(ends.map((one) => `"${one}"`))}.`);
  const seconds = transcript.durationMs / 1000;
  if (expected.withinSeconds !== undefined && seconds > expected.withinSeconds)
    unmet("withinSeconds", said`The call takes ${seconds} s, not ${expected.withinSeconds} s at most.`);
  if (callbacks !== undefined && expected.callbacksAtMost !== undefined && callbacks > expected.callbacksAtMost)
    unmet(
      "callbacksAtMost",
      said`The phone system asks ${callbacks} times, not ${expected.callbacksAtMost} times at most.`,
    );
  unmet("happens", missingInOrder(expected.happens, linesOf(transcript), contains, undone));
  if (values !== undefined)
    for (const [name, value] of Object.entries(expected.variables ?? {}))
      unmet("variables", valueSentence(name, value, values, linked));
  const told = transcript.told.map(({ disposition }) => disposition);
  unmet(
    "dispositions",
    missingInOrder(expected.dispositions, told, (one, other) => one === other, untold),
  );
  return found;
}

/** Texts and audio files in the order they are heard on the line itself. */
export function heardIn({ events }: Transcript): readonly string[] {
  return events.flatMap((one) => (one.event === "heard" ? [one.text] : one.event === "played" ? [one.file] : []));
}

function linesOf({ events }: Transcript): readonly string[] {
  return events.flatMap((one) => describe(one).split("\n"));
}

function contains(text: string, part: string): boolean {
  return tidy(text).includes(tidy(part));
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

function missingInOrder(
  expected: readonly string[] = [],
  seen: readonly string[],
  fits: (seen: string, expected: string) => boolean,
  missing: Missing,
): Said | undefined {
  let from = 0;
  for (const [index, one] of expected.entries()) {
    const at = seen.findIndex((each, place) => place >= from && fits(each, one));
    if (at >= 0) {
      from = at + 1;
      continue;
    }
    const before = expected[index - 1];
    const isEarly = before !== undefined && seen.some((each) => fits(each, one));
    return isEarly ? missing.early(one, before) : missing.never(one);
  }
  return undefined;
}

/** A step is called by its label or its id; the same label may stand on several. */
function isCalled(id: string, name: string, linked: LinkedFlow): boolean {
  return id === name || nameOf(linked.steps.get(id)?.step ?? { id, label: "" }) === name;
}

function unknownStep(names: readonly string[] = [], linked: LinkedFlow): Said | undefined {
  const unknown = names.find((name) => ![...linked.steps.keys()].some((id) => isCalled(id, name, linked)));
  return unknown === undefined ? undefined : said`The flow has no step "${unknown}": was it renamed?`;
}

function reachesNot(
  names: readonly string[] | undefined,
  steps: readonly string[],
  linked: LinkedFlow,
): Said | undefined {
  return missingInOrder(names, steps, (id, name) => isCalled(id, name, linked), unreached);
}

function reachesAny(names: readonly string[] = [], steps: readonly string[], linked: LinkedFlow): Said | undefined {
  const reached = names.find((name) => steps.some((id) => isCalled(id, name, linked)));
  return reached === undefined ? undefined : said`"${reached}" is reached.`;
}

function valueSentence(name: string, value: unknown, values: Values, linked: LinkedFlow): Said | undefined {
  const variable = linked.flow.variables.find((one) => one.name === name);
  if (variable === undefined) return said`The flow has no variable "${name}": was it renamed?`;
  const held = values[name];
  if (held === value) return undefined;
  // What is secret does not get into a log of tests either.
  if (variable.secret) return said`The variable "${name}" holds something else than is expected.`;
  return said`The variable "${name}" holds ${JSON.stringify(held) ?? ""}, not ${JSON.stringify(value) ?? ""}.`;
}
