import type { Flow } from "../flow/index.ts";
import { writeCallerScript } from "../line/caller-script.ts";
import { linkFlow } from "../phases/1-parse/link-flow.ts";
import { analyse } from "../phases/2-analyse/analyse.ts";
import type { TrialCall } from "../proofs/trial-call.ts";
import { type Said, said } from "../words/said.ts";
import { type CallOutcome, outcomeOf } from "./call-outcome.ts";
import { probeCalls } from "./probe-calls.ts";

/**
 * Something that callers notice of a change. `appears`, `vanishes`: an outcome; `other-keys`: the shortest way to it;
 * `slower`, `quicker`: it takes another time; `elsewhere`: who does the same ends elsewhere; `hears`: the same outcome
 * with other words.
 */
export interface CallChange {
  readonly kind: "appears" | "vanishes" | "other-keys" | "elsewhere" | "slower" | "quicker" | "hears";
  readonly sentence: Said;
  /** Played in the old flow and in the new one it shows the change. */
  readonly call: TrialCall;
  readonly before: CallOutcome;
  readonly after: CallOutcome;
  /** The shortest call to the outcome in the new flow, where that is another one. */
  readonly instead?: TrialCall;
}

/** A second: less than that nobody notices. */
const noticedSeconds = 1;

/** Differences of words told at most; there is one for each text that was changed. */
const mostWords = 30;

interface Probe {
  readonly call: TrialCall;
  readonly before: CallOutcome;
  readonly after: CallOutcome;
}

/**
 * What changes for callers on our own extension, each with the shortest call found that shows it. Found by playing calls
 * to every place of both flows in both of them: what is told is so, and what no call was found for is not told.
 */
export function compareCalls(before: Flow, after: Flow): readonly CallChange[] {
  const [old, current] = [before, after].map((flow) => analyse(linkFlow(flow).linked));
  if (old === undefined || current === undefined) return [];
  const calls = new Map([...probeCalls(old), ...probeCalls(current)].map((call) => [JSON.stringify(call), call]));
  const probes = [...calls.values()]
    .sort((one, other) => lengthOf(one) - lengthOf(other))
    .map((call): Probe => ({ call, before: outcomeOf(call, old.linked), after: outcomeOf(call, current.linked) }));
  const outcomes = outcomeChanges(probes);
  const told = new Set(outcomes.flatMap(({ call, instead = call }) => [call, instead]));
  return [...outcomes, ...elsewhere(probes, told), ...otherWords(probes)];
}

/** Each outcome once: whether it is still there, how callers get to it and how long that takes. */
function outcomeChanges(probes: readonly Probe[]): readonly CallChange[] {
  const [old, current] = [firstTo(probes, "before"), firstTo(probes, "after")];
  const keys = [...new Set([...old.keys(), ...current.keys()])];
  return keys.flatMap((key): readonly CallChange[] => {
    const [was, is] = [old.get(key), current.get(key)];
    if (was === undefined && is !== undefined) {
      const sentence = said`New: callers who do ${deed(is.call)} ${is.after.sentence}.`;
      return [{ kind: "appears", sentence, ...is }];
    }
    if (was === undefined) return [];
    if (is === undefined) {
      const sentence = said`Gone: callers no longer ${was.before.sentence}; who do ${deed(was.call)} now ${was.after.sentence}.`;
      return [{ kind: "vanishes", sentence, ...was }];
    }
    if (was.after.key !== key) {
      // It had other ways before: that this one is gone is told of the callers who took it.
      if (is.before.key === key) return [];
      const sentence = said`Callers ${is.after.sentence} by ${deed(is.call)} now, no longer by ${deed(was.call)}.`;
      return [{ kind: "other-keys", sentence, ...was, instead: is.call }];
    }
    const seconds = was.after.seconds - was.before.seconds;
    if (Math.abs(seconds) < noticedSeconds) return [];
    const sentence = said`Callers who do ${deed(was.call)} ${was.after.sentence} after ${was.after.seconds} s, was ${was.before.seconds} s.`;
    return [{ kind: seconds > 0 ? "slower" : "quicker", sentence, ...was }];
  });
}

function firstTo(probes: readonly Probe[], when: "before" | "after"): ReadonlyMap<string, Probe> {
  const first = new Map<string, Probe>();
  for (const probe of probes) if (!first.has(probe[when].key)) first.set(probe[when].key, probe);
  return first;
}

/** The shortest call from each outcome to each other one that was not told already. */
function elsewhere(probes: readonly Probe[], told: ReadonlySet<TrialCall>): readonly CallChange[] {
  const seen = new Set(probes.filter(({ call }) => told.has(call)).map(pairOf));
  return probes.flatMap((probe): readonly CallChange[] => {
    const { call, before, after } = probe;
    if (before.key === after.key || seen.has(pairOf(probe))) return [];
    seen.add(pairOf(probe));
    const sentence = said`Callers who do ${deed(call)} now ${after.sentence}; until now they ${before.sentence}.`;
    return [{ kind: "elsewhere", sentence, ...probe }];
  });
}

/** For each text that is heard in the place of another one, the shortest call on which it is. */
function otherWords(probes: readonly Probe[]): readonly CallChange[] {
  const seen = new Set<string>();
  return probes
    .flatMap((probe): readonly CallChange[] => {
      const { call, before, after } = probe;
      if (before.key !== after.key) return [];
      const at = Array.from({ length: Math.max(before.heard.length, after.heard.length) }).findIndex(
        (_, index) => before.heard[index] !== after.heard[index],
      );
      const [was, is] = [before.heard[at], after.heard[at]];
      if (at < 0 || seen.has(JSON.stringify([was, is]))) return [];
      seen.add(JSON.stringify([was, is]));
      return [{ kind: "hears", sentence: hearing(deed(call), was, is), ...probe }];
    })
    .slice(0, mostWords);
}

function hearing(deed: Said, was: string | undefined, is: string | undefined): Said {
  if (is === undefined) return said`Callers who do ${deed} no longer hear "${was ?? ""}".`;
  if (was === undefined) return said`Callers who do ${deed} now hear "${is}".`;
  return said`Callers who do ${deed} now hear "${is}", not "${was}".`;
}

function pairOf({ before, after }: Probe): string {
  return JSON.stringify([before.key, after.key]);
}

/** What a caller does, and what else must be so. */
function deed({ caller, unreachable, http, facts }: TrialCall): Said {
  const script = writeCallerScript(caller);
  const does = script === "" ? said`nothing` : said`"${script}"`;
  const around: readonly Said[] = [
    ...(unreachable.length === 0 ? [] : [said`${unreachable.join(", ")} does not answer`]),
    ...http.map(({ url, status, fault }) => said`${url} answers ${fault ?? status ?? 200}`),
    ...Object.entries(facts.hours ?? {}).map(([calendar, state]) => said`the calendar ${calendar} says ${state}`),
  ];
  return around.length === 0 ? does : said`${does} (${around.reduce((one, other) => said`${one}; ${other}`)})`;
}

/** Few deeds first, then little that must be so around them. */
function lengthOf({ caller, unreachable, http, facts, callees }: TrialCall): number {
  const around = unreachable.length + http.length + Object.keys(callees).length + Object.keys(facts.hours ?? {}).length;
  return caller.length * 1000 + around * 10;
}
