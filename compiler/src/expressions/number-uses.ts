import type { ASTNode } from "@marcbachmann/cel-js";
import { nodesIn, partsOf, readTree } from "./tree.ts";

/** What an expression does with a number variable. `other`: what its value comes to matters in full. */
export type NumberUse =
  /** Nothing but to compare it with these numbers; with none of them when it does not read it at all. */
  | { readonly comparedWith: readonly number[] } /** It is the variable and this much more. */
  | { readonly plus: number }
  | "other";

const comparisons: ReadonlySet<string> = new Set(["<", "<=", ">", ">=", "==", "!="]);

export function useOfNumber(source: string, variable: string): NumberUse {
  // Reading a text is much slower than looking into it.
  const tree = source.includes(variable) ? readTree(source) : undefined;
  if (tree === undefined) return { comparedWith: [] };
  const plus = sumWith(tree, variable);
  if (plus !== undefined) return { plus };
  const comparedWith: number[] = [];
  const isOnlyCompared = (node: ASTNode): boolean => {
    if (isName(node, variable)) return false;
    const limit = comparisons.has(node.op) ? otherSide(node, variable) : undefined;
    if (limit === undefined) return partsOf(node).every(isOnlyCompared);
    comparedWith.push(limit);
    return true;
  };
  return isOnlyCompared(tree) ? { comparedWith } : "other";
}

/** `tries + 1` and `1 + tries`. */
function sumWith(node: ASTNode, variable: string): number | undefined {
  return node.op === "+" ? otherSide(node, variable) : undefined;
}

/** The number on the other side of an operator that has the variable alone on one side. */
function otherSide(node: ASTNode, variable: string): number | undefined {
  const [left, right] = partsOf(node);
  if (left === undefined || right === undefined) return undefined;
  if (isName(left, variable)) return numberOf(right);
  return isName(right, variable) ? numberOf(left) : undefined;
}

function isName(node: ASTNode, variable: string): boolean {
  return node.op === "id" && node.args === variable;
}

function numberOf(node: ASTNode): number | undefined {
  if (node.op === "-_" && nodesIn(node).length === 2) {
    const [inner] = partsOf(node);
    const value = inner === undefined ? undefined : numberOf(inner);
    return value === undefined ? undefined : -value;
  }
  if (node.op !== "value") return undefined;
  return typeof node.args === "bigint" || typeof node.args === "number" ? Number(node.args) : undefined;
}
