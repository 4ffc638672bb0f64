import type { Label } from "./instruction.ts";

type Targets = (label: Label) => readonly Label[];

/** Labels reached from the roots, in the order they are first met. Iterative: a flow may be 10,000 steps deep. */
export function reachableFrom(roots: readonly Label[], targets: Targets): readonly Label[] {
  const met = new Set<Label>(roots);
  for (const label of met) for (const target of targets(label)) met.add(target);
  return [...met];
}

/** A depth-first visit: who is left when (postorder), and which edges lead back to where the visit came from. */
export interface DepthFirst {
  readonly postorder: readonly Label[];
  isBackEdge(from: Label, to: Label): boolean;
}

export function depthFirst(roots: readonly Label[], targets: Targets): DepthFirst {
  const state = new Map<Label, "open" | "done">();
  const postorder: Label[] = [];
  const back = new Set<string>();
  for (const root of roots) {
    if (state.has(root)) continue;
    state.set(root, "open");
    const path = [{ label: root, next: targets(root)[Symbol.iterator]() }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const step = top.next.next();
      if (step.done) {
        state.set(top.label, "done");
        postorder.push(top.label);
        path.pop();
      } else if (!state.has(step.value)) {
        state.set(step.value, "open");
        path.push({ label: step.value, next: targets(step.value)[Symbol.iterator]() });
      } else if (state.get(step.value) === "open") {
        back.add(edgeKey(top.label, step.value));
      }
    }
  }
  return { postorder, isBackEdge: (from, to) => back.has(edgeKey(from, to)) };
}

function edgeKey(from: Label, to: Label): string {
  return `${from}\0${to}`;
}

/**
 * Nodes that lead to each other, in groups; each node is in one group, and a group comes before those that lead to it
 * (Tarjan's strongly connected components).
 */
export function components<Node>(
  nodes: readonly Node[],
  targets: (node: Node) => readonly Node[],
): readonly (readonly Node[])[] {
  const index = new Map<Node, number>();
  const low = new Map<Node, number>();
  const stack: Node[] = [];
  const onStack = new Set<Node>();
  const found: Node[][] = [];
  const open = (node: Node) => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    onStack.add(node);
    return { node, next: targets(node)[Symbol.iterator]() };
  };
  const lower = (node: Node, value: number) => low.set(node, Math.min(low.get(node) ?? value, value));
  for (const root of nodes) {
    if (index.has(root)) continue;
    const path = [open(root)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const step = top.next.next();
      if (!step.done) {
        const target = index.get(step.value);
        if (target === undefined) path.push(open(step.value));
        else if (onStack.has(step.value)) lower(top.node, target);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      const own = low.get(top.node) ?? 0;
      if (parent !== undefined) lower(parent.node, own);
      if (own === index.get(top.node)) {
        const members = stack.splice(stack.lastIndexOf(top.node));
        for (const member of members) onStack.delete(member);
        found.push(members);
      }
    }
  }
  return found;
}

/** The groups of {@link components} that are, or hold, a loop. */
export function cycles<Node>(
  nodes: readonly Node[],
  targets: (node: Node) => readonly Node[],
): readonly (readonly Node[])[] {
  return components(nodes, targets).filter((group) => {
    const [first] = group;
    return group.length > 1 || (first !== undefined && targets(first).includes(first));
  });
}
