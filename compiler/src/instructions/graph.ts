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

/** Sets of labels that lead to each other: every one of them is, or holds, a loop (Tarjan's strongly connected components). */
export function cycles(labels: readonly Label[], targets: Targets): readonly (readonly Label[])[] {
  const index = new Map<Label, number>();
  const low = new Map<Label, number>();
  const stack: Label[] = [];
  const onStack = new Set<Label>();
  const found: Label[][] = [];
  const open = (label: Label) => {
    index.set(label, index.size);
    low.set(label, index.size - 1);
    stack.push(label);
    onStack.add(label);
    return { label, next: targets(label)[Symbol.iterator]() };
  };
  const lower = (label: Label, value: number) => low.set(label, Math.min(low.get(label) ?? value, value));
  for (const root of labels) {
    if (index.has(root)) continue;
    const path = [open(root)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const step = top.next.next();
      if (!step.done) {
        const target = index.get(step.value);
        if (target === undefined) path.push(open(step.value));
        else if (onStack.has(step.value)) lower(top.label, target);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      const own = low.get(top.label) ?? 0;
      if (parent !== undefined) lower(parent.label, own);
      if (own === index.get(top.label)) {
        const members = stack.splice(stack.lastIndexOf(top.label));
        for (const member of members) onStack.delete(member);
        if (members.length > 1 || targets(top.label).includes(top.label)) found.push(members);
      }
    }
  }
  return found;
}
