import { entryVariable, recordingVariable } from "../expressions/expressions.ts";
import type { Foresight } from "../expressions/foresee.ts";
import type { InstructionGraph } from "../instructions/builder.ts";
import { type Instruction, inlineTargets, type Label, requestTargets } from "../instructions/instruction.ts";

const none: ReadonlySet<string> = new Set();

/** Gives the variables that matter to what an expression gives. */
type Names = (expression: string) => ReadonlySet<string>;

/**
 * Variables whose value can still decide which way a call goes, at each label. Others need not be told apart: that keeps
 * the states of a flow few.
 */
export function liveVariables(
  graph: InstructionGraph,
  foresight: Foresight,
  names: Names,
): (label: Label) => ReadonlySet<string> {
  const live = new Map<Label, Set<string>>();
  const before = new Map<Label, Label[]>();
  for (const [label, one] of graph) {
    for (const to of targetsOf(one)) {
      const there = before.get(to);
      if (there === undefined) before.set(to, [label]);
      else there.push(label);
    }
  }
  const waiting = new Set<Label>();
  for (const [label, one] of graph) {
    if (one.op !== "choose") continue;
    const read = one.cases.flatMap(({ when }) => [...names(when)]);
    if (read.length === 0) continue;
    live.set(label, new Set(read));
    waiting.add(label);
  }
  // A set hands out what is added while it is gone through, also what was there before and was taken out.
  for (const label of waiting) {
    waiting.delete(label);
    const after = live.get(label) ?? none;
    for (const from of before.get(label) ?? []) {
      const own = live.get(from) ?? new Set();
      const size = own.size;
      for (const name of neededBefore(graph.get(from), after, foresight, names)) own.add(name);
      if (own.size === size) continue;
      live.set(from, own);
      waiting.add(from);
    }
  }
  return (label) => live.get(label) ?? none;
}

function targetsOf(one: Instruction): readonly Label[] {
  return [...inlineTargets(one), ...requestTargets(one)];
}

function neededBefore(
  one: Instruction | undefined,
  after: ReadonlySet<string>,
  foresight: Foresight,
  names: Names,
): Iterable<string> {
  if (one?.op === "receive" && alwaysTold.has(one.into)) return [...after].filter((name) => name !== one.into);
  if (one?.op !== "assign" || !after.has(one.variable)) return after;
  const reads = foresight.reads(one.expression);
  // An expression that fails leaves the variable as it is: then it is needed too.
  const isConstant = reads.size === 0 && foresight.foresee(one.expression, { values: {} }) !== "fails";
  const neverFails = reads.has(one.expression) || isConstant;
  return [...[...after].filter((name) => !neverFails || name !== one.variable), ...names(one.expression)];
}

/** What the PBX tells with each request that takes it. */
const alwaysTold: ReadonlySet<string> = new Set([entryVariable, recordingVariable]);
