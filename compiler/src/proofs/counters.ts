import { type NumberUse, useOfNumber } from "../expressions/number-uses.ts";
import type { Values, Variable } from "../flow/flow.ts";
import type { InstructionGraph } from "../instructions/builder.ts";

/** Values with counters no further than it matters how far they are. */
export type Counters = (values: Values) => Values;

/**
 * A number that is only compared, and counted up, decides the same once it is past all that it is compared with, and goes
 * on to. There it is taken for one more than the largest: so a counter has few states however often a call comes round.
 */
export function countersIn(graph: InstructionGraph, variables: readonly Variable[]): Counters {
  const limits = new Map<string, number>();
  for (const { name, type } of variables) {
    const limit = type === "number" ? limitOf(name, graph) : undefined;
    if (limit !== undefined) limits.set(name, limit);
  }
  if (limits.size === 0) return (values) => values;
  return (values) => {
    const isPast = ([name, value]: readonly [string, unknown]) => Number(value) > (limits.get(name) ?? Infinity);
    const entries = Object.entries(values);
    if (!entries.some(isPast)) return values;
    return Object.fromEntries(entries.map((one) => (isPast(one) ? [one[0], (limits.get(one[0]) ?? 0) + 1] : one)));
  };
}

/** The largest number that the variable is compared with; undefined where more than that matters. */
function limitOf(name: string, graph: InstructionGraph): number | undefined {
  const compared = new Set<number>();
  const isCompared = (use: NumberUse): boolean => {
    if (use === "other" || "plus" in use) return false;
    for (const one of use.comparedWith) compared.add(one);
    return true;
  };
  for (const one of graph.values()) {
    if (one.op === "choose" && !one.cases.every(({ when }) => isCompared(useOfNumber(when, name)))) return undefined;
    if (one.op !== "assign") continue;
    const use = useOfNumber(one.expression, name);
    const isCounted = one.variable === name && use !== "other" && "plus" in use && use.plus >= 0;
    if (!isCounted && !isCompared(use)) return undefined;
  }
  return Math.max(0, ...compared);
}
