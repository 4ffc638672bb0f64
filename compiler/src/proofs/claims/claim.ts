import type { Fix, Severity } from "../../flow/index.ts";
import { nameOf } from "../../phases/1-parse/read-flow.ts";
import type { Analysis } from "../../phases/2-analyse/analyse.ts";
import { all, row } from "../../words/lists.ts";
import { type Said, said, type Text } from "../../words/said.ts";
import type { Silence } from "../silence.ts";
import type { State } from "../states.ts";
import type { TrialCall } from "../trial-call.ts";

/** Something that is to hold for every call, and what came of the attempt to prove it. */
export interface Claim {
  readonly code: string;
  /** The step it is about, of claims that a flow makes of several. */
  readonly about?: string;
  /** What is claimed. */
  readonly title: Said;
  /** What to do about it: a sentence. */
  readonly remedy: Said;
  /** `refuted`: the call shows it. `cannot-tell`: neither a proof nor a call was found, for the reason in the sentence. */
  readonly verdict: "proven" | "refuted" | "cannot-tell";
  /** The verdict in words, with its numbers or its reason. */
  readonly sentence: Said;
  /** Of a refuted claim: the call that shows it, and whether a flow may be published all the same. */
  readonly call?: TrialCall;
  readonly severity?: Severity;
  /** What mends it, where that is plain. */
  readonly fix?: Fix;
  /** Other calls that refute it, elsewhere in the flow. */
  readonly further?: readonly Refutation[];
  /** Seconds and steps that are never exceeded. Not in the seconds: `open`, and what rings elsewhere. */
  readonly bound?: { readonly seconds: number; readonly steps: number; readonly open: readonly Said[] };
  /** Where it is decided: the steps a caller is caught at, or those that say too little. */
  readonly steps?: readonly string[];
}

/** A call that shows that a claim does not hold. */
export interface Refutation {
  readonly sentence: Said;
  readonly call: TrialCall;
  readonly severity: Severity;
  readonly steps: readonly string[];
  readonly fix?: Fix;
}

/** What a verdict adds to a claim. */
export type Verdict = Omit<Claim, "code" | "about" | "title" | "remedy">;

export interface Provable {
  readonly code: string;
  readonly about?: string;
  readonly title: Said;
  /** What to do when it is refuted: a sentence. */
  readonly remedy: Said;
  /** Undefined: the flow has nothing the claim could be about. */
  prove(facts: ProofFacts): Verdict | undefined;
}

/** What is known of a flow before anything is claimed, worked out once for all claims. */
export interface ProofFacts {
  readonly analysis: Analysis;
  /** Where those calls begin. */
  readonly begins: readonly State[];
  readonly silence: Silence;
  /** Length of audio files in seconds, by name. */
  readonly audioSeconds: Readonly<Record<string, number>>;
  /** States that calls of our own extension come to, those included that the flow places. */
  readonly reached: ReadonlySet<State>;
  /** The same without calls that the flow places. */
  readonly ofCallers: ReadonlySet<State>;
  /** The same, of callers who never do anything. */
  readonly ofSilentCallers: ReadonlySet<State>;
}

/** Of more rounds that calls may go, no calls are looked for: mending some shows the others. */
export const maxRounds = 20;

/** Undefined when there are none. */
export function refutedBy([first, ...further]: readonly Refutation[]): Verdict | undefined {
  return first && { verdict: "refuted", ...first, ...(further.length === 0 ? {} : { further }) };
}

/** The steps of these states as an author knows them: `"Main menu" and "Again"`. */
export function namesOf(states: Iterable<State>, { linked }: Analysis): Text {
  const names = stepsOf(states).map((id) => `"${nameOf(linked.steps.get(id)?.step ?? { id, label: "" })}"`);
  const shown = names.slice(0, 3);
  if (names.length > shown.length) return said`${row(shown)} and elsewhere`;
  return all(shown);
}

/** What is not in the seconds of a sentence, shown in it: "this, that and 4 more". */
export function some(open: readonly Said[]): Text {
  const shown = open.slice(0, 3);
  const more = open.length - shown.length;
  return more === 0 ? all(shown) : said`${row(shown)} and ${more} more`;
}

/** Each once, in the order of the alphabet: the same whatever the order of steps in the file. */
export function stepsOf(states: Iterable<State>): readonly string[] {
  const steps = [...states].map((state) => state.instruction.step).filter((step) => step !== "");
  return [...new Set(steps)].sort();
}
