import type { ASTNode } from "@marcbachmann/cel-js";
import { type Said, said } from "../words/said.ts";
import { isPattern, nodesOf, partsOf } from "./patterns.ts";

/** What goes through a list, entry by entry. */
const goingThrough = new Set(["all", "exists", "exists_one", "map", "filter"]);

/** Entries of lists: more than an author writes, few enough to be gone through while a caller waits. */
export const maxListElements = 200;

/**
 * Why a server should not work out such an expression, or half a sentence less: undefined. Each list is gone through once,
 * so the work grows as the expression does; one inside another would multiply it, twenty levels deep without end.
 */
export function workFault(ast: ASTNode): Said | undefined {
  for (const node of nodesOf(ast)) {
    const [name, , given] = node.op === "rcall" ? node.args : [];
    if (name === "matches") {
      const [pattern] = given ?? [];
      if (pattern?.op === "value" && typeof pattern.args === "string" && !isPattern(pattern.args)) {
        return said`the pattern to match cannot be read (it is RE2: no lookahead, no \\1)`;
      }
    }
    if (goesThrough(node) && partsOf(node).some((part) => [...nodesOf(part)].some(goesThrough))) {
      return said`a list is gone through while another one is; divide it among several steps`;
    }
  }
  return undefined;
}

function goesThrough(node: ASTNode): boolean {
  return node.op === "rcall" && goingThrough.has(node.args[0]);
}
