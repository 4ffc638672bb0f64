import type { HoursState } from "@ozflow/compiler";
import { hoursAt } from "@ozflow/compiler";
import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { calendarsApi, type ListedCalendar } from "../api/calendars.ts";

/** The server's calendars as they were last read, for all of the editor. */
const library = createStore<{ readonly calendars: readonly ListedCalendar[] }>(() => ({ calendars: [] }));

/** Those that cannot be read leave ids where names would stand. */
export async function readCalendars(): Promise<void> {
  await calendarsApi.list().then(
    ({ calendars }) => library.setState({ calendars }),
    () => {},
  );
}

/** Reads them when the component comes up. */
export function useReadCalendars(): void {
  useEffect(() => void readCalendars(), []);
}

export const useCalendars = (): readonly ListedCalendar[] => useStore(library, (state) => state.calendars);

/** A text for people, with calendars by their names where a step writes `calendar:ID`. */
export const useNamedCalendars = (text: string): string =>
  useStore(library, ({ calendars }) =>
    text.replaceAll(/calendar:([\w-]{1,64})/g, (whole, id) => calendars.find((one) => one.id === id)?.name ?? whole),
  );

/** What each of them says at an ISO 8601 instant, by their ids: a fact of a call that begins then. */
export function hoursOfAll(began: string): Readonly<Record<string, HoursState>> {
  return Object.fromEntries(
    library.getState().calendars.map(({ id, calendar }) => [id, hoursAt(calendar, began)] as const),
  );
}
