import { createExpressions } from "../expressions/expressions.ts";
import { createForesight, type Foresight } from "../expressions/foresee.ts";
import { initialValues, type Values } from "../flow/flow.ts";
import { type Instruction, type Label, newCallTargets } from "../instructions/instruction.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { countersIn } from "./counters.ts";
import { liveVariables } from "./live-variables.ts";
import { type Cause, type Ending, movesFrom } from "./moves.ts";

/**
 * Where a call can stand: at an instruction, knowing of some variables what they hold. Of the others it may be anything,
 * so a state stands for all calls that are there in this way.
 */
export interface State {
  /** Its place in the list of states. */
  readonly index: number;
  readonly label: Label;
  readonly instruction: Instruction;
  readonly values: Values;
  readonly ways: readonly Way[];
  /** Calls and reports that begin here. */
  readonly begins: readonly State[];
}

export interface Way {
  readonly cause: Cause;
  /** Where the call is then, or how it ended. */
  readonly to: State | Ending;
  /** As in `Move`. */
  readonly index?: number;
}

/** Every state that a call can come to, and perhaps some that none does. Finite: see `maxStatesPerLabel`. */
export interface StateGraph {
  readonly states: readonly State[];
  /** What variables hold when a call begins, those of the steps' own included. */
  readonly first: Values;
  /** Where calls of our own extension begin: those that come in and those that are placed. */
  readonly begins: readonly State[];
  /** Of these, where calls come in or are answered that the flow did not place itself. */
  readonly callers: readonly State[];
  readonly foresight: Foresight;
  /** Variables that can still matter to a call there, and `call` where the call itself can. */
  live(label: Label): ReadonlySet<string>;
}

/**
 * A counter that is counted further than this is no longer followed: what is known is forgotten, and from there on both
 * ways of a condition are possible.
 */
const maxStatesPerLabel = 100;

const known = new WeakMap<Analysis, StateGraph>();

/** Built once for each analysis and shared by all who ask. */
export function statesOf(analysis: Analysis): StateGraph {
  const built = known.get(analysis) ?? explore(analysis);
  known.set(analysis, built);
  return built;
}

type Growing = { -readonly [Key in keyof State]: State[Key] };

function explore({ graph, entries, linked, ownVariables }: Analysis): StateGraph {
  const variables = [...linked.flow.variables, ...ownVariables];
  const foresight = createForesight(variables, createExpressions(variables));
  const counted = countersIn(graph, variables);
  const deciding = liveVariables(graph, foresight, foresight.decidedBy);
  const states: Growing[] = [];
  const byKey = new Map<string, Growing>();
  const perLabel = new Map<Label, number>();

  function stateAt(label: Label, values: Values): State | undefined {
    const instruction = graph.get(label);
    if (instruction === undefined) return undefined;
    let told = counted(only(values, deciding(label)));
    let key = keyOf(label, told);
    const count = perLabel.get(label) ?? 0;
    if (!byKey.has(key) && count >= maxStatesPerLabel) {
      told = {};
      key = keyOf(label, told);
    }
    const there = byKey.get(key);
    if (there !== undefined) return there;
    const state: Growing = { index: states.length, label, instruction, values: told, ways: [], begins: [] };
    states.push(state);
    byKey.set(key, state);
    perLabel.set(label, count + 1);
    return state;
  }

  const first = initialValues(variables);
  const begins = new Set<State>();
  const ownEntries = [entries.get("incoming-call"), entries.get("outgoing-call")];
  for (const label of entries.values()) {
    const state = stateAt(label, first);
    if (state !== undefined && ownEntries.includes(label)) begins.add(state);
  }
  const callers = [...begins];
  // The list grows while it is gone through.
  for (const state of states) {
    const moves = movesFrom(state.instruction, { values: state.values }, foresight);
    state.ways = moves.flatMap(({ cause, to, ends, values, index }): readonly Way[] => {
      const target = ends ? (to as Ending) : stateAt(to, values);
      return target === undefined ? [] : [{ cause, to: target, ...(index === undefined ? {} : { index }) }];
    });
    state.begins = newCallTargets(state.instruction).flatMap((label) => stateAt(label, state.values) ?? []);
    for (const one of state.begins) if (isOnOurExtension(one)) begins.add(one);
  }
  return {
    first,
    states,
    begins: [...begins],
    callers,
    foresight,
    live: liveVariables(graph, foresight, foresight.reads),
  };
}

/** Where a call is not ours, its instructions stay in one document (instruction.ts). */
function isOnOurExtension({ instruction }: State): boolean {
  return instruction.stays !== true;
}

function only(values: Values, names: ReadonlySet<string>): Values {
  if (names.size === 0) return {};
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
}

function keyOf(label: Label, values: Values): string {
  const told = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return told.length === 0 ? label : `${label}\0${JSON.stringify(told)}`;
}
