import type { CallFacts } from "../expressions/expressions.ts";
import type { Values } from "../flow/flow.ts";
import type { Label } from "../instructions/instruction.ts";
import type { CallerAction } from "../line/caller-script.ts";
import type { HttpMock } from "../line/http.ts";
import type { EntryKind } from "../steps/definition.ts";
import { type TrialCall, usualCall } from "./trial-call.ts";

/** Where one certain call stands, and what it took to get it there. */
export interface Point {
  readonly label: Label;
  readonly values: Values;
  readonly entry: EntryKind;
  readonly facts: CallFacts;
  /** What those on the line did so far, the last first: the caller, and whoever was called. */
  readonly done: Done | undefined;
  /** Whose conversation this is: the caller's, or that of a number the flow called. */
  readonly who: string | undefined;
  /** Numbers that were found to answer, or not to. */
  readonly reached: Readonly<Record<string, boolean>>;
  readonly http: readonly HttpMock[];
  /** What the PBX is about to tell: the keys of an entry, where a recording lies. */
  readonly told: Readonly<Record<string, string>>;
  readonly recordings: number;
}

export interface Done {
  readonly action: CallerAction;
  readonly who: string | undefined;
  readonly before: Done | undefined;
}

export function beginningOf(entry: EntryKind, label: Label, values: Values, facts: CallFacts = usualCall): Point {
  const nothing = { done: undefined, who: undefined, reached: {}, http: [], told: {}, recordings: 0 };
  return { label, values, entry, facts, ...nothing };
}

/** The call that stands there, as it can be played. Silence at its end need not be said. */
export function trialOf({ entry, facts, done, reached, http }: Point): TrialCall {
  const scripts = new Map<string | undefined, CallerAction[]>();
  for (let one = done; one !== undefined; one = one.before) {
    const script = scripts.get(one.who) ?? [];
    if (script.length > 0 || one.action.does !== "nothing") script.unshift(one.action);
    scripts.set(one.who, script);
  }
  const callees = [...scripts].flatMap(([who, script]) =>
    who === undefined || script.length === 0 ? [] : [[who, script] as const],
  );
  return {
    entry,
    caller: scripts.get(undefined) ?? [],
    facts,
    unreachable: Object.keys(reached).filter((number) => reached[number] === false),
    http,
    callees: Object.fromEntries(callees),
  };
}
