import { useCallback, useEffect, useState } from "react";

/** Something the server is asked for: there, not there yet, or why not. */
export interface Loaded<Value> {
  readonly value: Value | undefined;
  readonly error: unknown;
  reload(): Promise<void>;
}

/** Asks once, and again on `reload`; with `everyMs` also in that rhythm while the page is seen. `load` must be stable. */
export function useLoaded<Value>(load: () => Promise<Value>, everyMs?: number): Loaded<Value> {
  const [state, setState] = useState<{ value?: Value; error?: unknown }>({});
  const reload = useCallback(async () => {
    try {
      setState({ value: await load() });
    } catch (error) {
      setState((before) => ({ ...before, error }));
    }
  }, [load]);
  useEffect(() => {
    void reload();
    if (everyMs === undefined) return;
    const timer = setInterval(() => {
      if (!document.hidden) void reload();
    }, everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs]);
  return { value: state.value, error: state.error, reload };
}
