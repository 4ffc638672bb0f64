/** The values that were kept last, by name. */
export interface Recent<Value> {
  find(name: string): Value | undefined;
  keep(name: string, value: Value): void;
  forget(name: string): void;
}

/** Keeps so many in memory; the one kept longest ago makes room. */
export function createRecent<Value>(most: number): Recent<Value> {
  const kept = new Map<string, Value>();
  return {
    find: (name) => kept.get(name),
    keep(name, value) {
      kept.delete(name);
      kept.set(name, value);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
    },
    forget: (name) => void kept.delete(name),
  };
}
