import type { Value } from "../flow/flow.ts";
import { ExpressionError, type Expressions, type Scope } from "./expressions.ts";

/**
 * How expressions behave in a call, for the walk and the compiled program alike: what cannot be worked out (a type check
 * cannot foresee `double("abc")`) never stops a call.
 */

/** False when it cannot be worked out. */
export function holds(expression: string, scope: Scope, expressions: Expressions): boolean {
  return attempt(() => expressions.evaluate(expression, scope), false) === true;
}

/** Nothing is read out when it cannot be worked out. */
export function readIn(expression: string, scope: Scope, expressions: Expressions): string {
  return attempt(() => expressions.read(expression, scope), "");
}

/** "" when it cannot be worked out. */
export function workOut(expression: string, scope: Scope, expressions: Expressions): Value {
  return attempt<Value>(() => expressions.evaluate(expression, scope), "");
}

/** The scope with the variable set; as it was when the value cannot be worked out. */
export function assignIn(scope: Scope, variable: string, expression: string, expressions: Expressions): Scope {
  const value = attempt<Value | undefined>(() => expressions.evaluate(expression, scope), undefined);
  return value === undefined ? scope : withValue(scope, variable, value);
}

export function withValue(scope: Scope, variable: string, value: Value): Scope {
  return { ...scope, values: { ...scope.values, [variable]: value } };
}

function attempt<T>(work: () => T, fallback: T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ExpressionError) return fallback;
    throw error;
  }
}
