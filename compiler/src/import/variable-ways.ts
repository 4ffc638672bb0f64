/** What a step does with variables. */
export interface Uses {
  readonly reads: readonly string[];
  readonly sets: readonly string[];
  /** Names in kept OzML, in lower case. */
  readonly pbx: readonly string[];
  readonly leadsAway: boolean;
}

/** Where a call goes on from each step. */
type Targets = ReadonlyMap<string, readonly string[]>;

/** Names that are read on some way from an entry before anything has set them. */
export function readUnset(
  uses: ReadonlyMap<string, Uses>,
  targets: Targets,
  entries: readonly string[],
): readonly string[] {
  const known = new Map<string, ReadonlySet<string>>(entries.map((entry) => [entry, new Set()]));
  const waiting = [...entries];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const behind = new Set([...(known.get(step) ?? []), ...(uses.get(step)?.sets ?? [])]);
    for (const target of targets.get(step) ?? []) {
      const before = known.get(target);
      const now = before === undefined ? behind : new Set([...before].filter((name) => behind.has(name)));
      if (before !== undefined && now.size === before.size) continue;
      known.set(target, now);
      waiting.push(target);
    }
  }
  return [...known].flatMap(([step, set]) => (uses.get(step)?.reads ?? []).filter((name) => !set.has(name)));
}

/** Names that are set where a call may go on with a document that is not ours. */
export function takenAlong(uses: ReadonlyMap<string, Uses>, targets: Targets): readonly string[] {
  const sources = new Map<string, string[]>();
  for (const [from, all] of targets) for (const to of all) sources.set(to, [...(sources.get(to) ?? []), from]);
  const waiting = [...uses].flatMap(([step, { leadsAway }]) => (leadsAway ? [step] : []));
  const seen = new Set(waiting);
  const names: string[] = [];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    names.push(...(uses.get(step)?.sets ?? []));
    for (const from of sources.get(step) ?? []) {
      if (seen.has(from)) continue;
      seen.add(from);
      waiting.push(from);
    }
  }
  return names;
}
