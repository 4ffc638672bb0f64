import { useCallback, useState } from "react";
import type { Place } from "../api/calls.ts";
import { useLoaded } from "../parts/use-loaded.ts";

/** A list that is read a page at a time, the newest first. */
export interface Pages<Page> {
  readonly page: Page | undefined;
  readonly error: unknown;
  /** Undefined: there is no such page. */
  readonly newer: (() => void) | undefined;
  readonly older: (() => void) | undefined;
}

/** The first page is read again in this rhythm; older ones do not change. `load` must be stable: another one begins anew. */
export function usePages<Page extends { readonly next: Place | null }>(
  load: (before?: Place) => Promise<Page>,
  everyMs: number,
): Pages<Page> {
  const [way, setWay] = useState<{ load: typeof load; places: readonly Place[] }>({ load, places: [] });
  const places = way.load === load ? way.places : [];
  const before = places.at(-1);
  const loadPage = useCallback(async () => ({ page: await load(before), of: load }), [load, before]);
  const { value, error } = useLoaded(loadPage, before === undefined ? everyMs : undefined);
  const page = value?.of === load ? value.page : undefined;
  const next = page?.next ?? null;
  const go = (to: readonly Place[]) => setWay({ load, places: to });
  return {
    page,
    error,
    newer: places.length === 0 ? undefined : () => go(places.slice(0, -1)),
    older: next === null ? undefined : () => go([...places, next]),
  };
}
