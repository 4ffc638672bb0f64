import { type ASTNode, serialize } from "@marcbachmann/cel-js";
import { RE2JS } from "re2js";

/**
 * What stands in for `matches` when expressions are worked out. The library asks JavaScript's own regular expressions, which
 * take exponential time for patterns such as (a+)+$, and the text is the caller's; CEL means RE2, which never does.
 */
export const ownMatches = "_matches";

/** Patterns kept ready; whatever was made first makes room. */
const maxKept = 1000;
const kept = new Map<string, RE2JS>();

/** Does the pattern, in RE2's syntax, occur in the text? In time that grows as their lengths do. Throws when it is none. */
export function occursIn(text: string, pattern: string): boolean {
  let ready = kept.get(pattern);
  if (ready === undefined) {
    ready = RE2JS.compile(pattern);
    for (const oldest of kept.keys()) {
      if (kept.size < maxKept) break;
      kept.delete(oldest);
    }
    kept.set(pattern, ready);
  }
  return ready.matcher(text).find();
}

export function isPattern(text: string): boolean {
  try {
    occursIn("", text);
    return true;
  } catch {
    return false;
  }
}

/** The same expression with `_matches` for each `matches`; itself when there is none. */
export function withOwnMatches(ast: ASTNode): string | undefined {
  let found = false;
  for (const node of nodesOf(ast)) {
    if (node.op !== "rcall" || node.args[0] !== "matches") continue;
    node.args[0] = ownMatches;
    found = true;
  }
  return found ? serialize(ast) : undefined;
}

/** The node and all that stand in it. */
export function* nodesOf(node: ASTNode): Generator<ASTNode> {
  yield node;
  for (const part of partsOf(node)) yield* nodesOf(part);
}

/** The nodes that stand in this one. */
export function partsOf({ args }: ASTNode): readonly ASTNode[] {
  const parts: unknown[] = Array.isArray(args) ? args.flat(2) : [args];
  return parts.filter((part): part is ASTNode => part !== null && typeof part === "object" && "op" in part);
}
