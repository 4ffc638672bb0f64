import { nameOf } from "../../phases/1-parse/read-flow.ts";
import type { Analysis } from "../../phases/2-analyse/analyse.ts";
import type { Silence } from "../silence.ts";
import type { State } from "../states.ts";
import type { TrialCall } from "../trial-call.ts";

/** Something that is to hold for every call, and what came of the attempt to prove it. */
export interface Claim {
  readonly code: string;
  /** What is claimed. */
  readonly title: string;
  /** `refuted`: the call shows it. `cannot-tell`: neither a proof nor a call was found, for the reason in the sentence. */
  readonly verdict: "proven" | "refuted" | "cannot-tell";
  /** The verdict in words, with its numbers or its reason. */
  readonly sentence: string;
  readonly call?: TrialCall;
  /** Seconds and steps that are never exceeded. Not in the seconds: `open`, and what rings elsewhere. */
  readonly bound?: { readonly seconds: number; readonly steps: number; readonly open: readonly string[] };
  /** Where it is decided: the steps a caller is caught at, or those that say too little. */
  readonly steps?: readonly string[];
}

/** What a verdict adds to a claim. */
export type Verdict = Omit<Claim, "code" | "title">;

export interface Provable {
  readonly code: string;
  readonly title: string;
  /** Undefined: the flow has nothing the claim could be about. */
  prove(facts: ProofFacts): Verdict | undefined;
}

/** What is known of a flow before anything is claimed, worked out once for all claims. */
export interface ProofFacts {
  readonly analysis: Analysis;
  /** Where those calls begin. */
  readonly begins: readonly State[];
  readonly silence: Silence;
  /** States that calls of our own extension come to, those included that the flow places. */
  readonly reached: ReadonlySet<State>;
  /** The same without calls that the flow places. */
  readonly ofCallers: ReadonlySet<State>;
  /** The same, of callers who never do anything. */
  readonly ofSilentCallers: ReadonlySet<State>;
}

/** The steps of these states as an author knows them: `"Main menu" and "Again"`. */
export function namesOf(states: Iterable<State>, { linked }: Analysis): string {
  const names = stepsOf(states).map((id) => `"${nameOf(linked.steps.get(id)?.step ?? { id, label: "" })}"`);
  const shown = names.slice(0, 3);
  if (names.length > shown.length) return `${shown.join(", ")} and elsewhere`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** Each once, in the order of the alphabet: the same whatever the order of steps in the file. */
export function stepsOf(states: Iterable<State>): readonly string[] {
  const steps = [...states].map((state) => state.instruction.step).filter((step) => step !== "");
  return [...new Set(steps)].sort();
}
