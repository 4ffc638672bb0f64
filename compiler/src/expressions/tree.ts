import { type ASTNode, parse } from "@marcbachmann/cel-js";

/** Undefined: the expression cannot be read. Faulty ones are reported by the rules and fail in a call. */
export function readTree(source: string): ASTNode | undefined {
  try {
    return parse(source).ast;
  } catch {
    return undefined;
  }
}

/** The node and all that is in it. */
export function nodesIn(node: ASTNode): readonly ASTNode[] {
  return [node, ...partsOf(node).flatMap(nodesIn)];
}

/** Whatever is read by its name: variables, and what is known of the call. */
export function namesIn(node: ASTNode): readonly string[] {
  return nodesIn(node).flatMap((one) => (one.op === "id" ? [one.args] : []));
}

/** The same of an expression; none where it cannot be read. */
export function namesRead(source: string): readonly string[] {
  const tree = readTree(source);
  return tree === undefined ? [] : namesIn(tree);
}

/** The nodes a node is made of. */
export function partsOf({ args }: ASTNode): readonly ASTNode[] {
  const inside = (one: unknown): readonly ASTNode[] => {
    if (Array.isArray(one)) return one.flatMap(inside);
    return isNode(one) ? [one] : [];
  };
  return inside(args);
}

function isNode(value: unknown): value is ASTNode {
  return value !== null && typeof value === "object" && "op" in value && "args" in value;
}
