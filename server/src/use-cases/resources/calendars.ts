import type { Calendar } from "@ozflow/compiler";
import { said } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../refusal.ts";
import type { CalendarRow } from "../../store/calendar-store.ts";
import { flowsThatName, type NamedFlow } from "../flows/flows-that-name.ts";

type CalendarDeps = Pick<Deps, "store" | "clock" | "newId" | "calendars">;

export interface CalendarView {
  readonly id: string;
  readonly name: string;
  /** Counts changes; a change names the version it changes. */
  readonly version: number;
  readonly updatedAt: string;
  readonly calendar: Calendar;
}

interface Written {
  readonly name: string;
  readonly calendar: Calendar;
}

/** By name, each with the flows that ask it. */
export async function listCalendars({
  store,
}: CalendarDeps): Promise<readonly (CalendarView & { readonly usedBy: readonly NamedFlow[] })[]> {
  const [rows, users] = await Promise.all([store.calendars.list(), flowsThatName(store, "calendar")]);
  return rows.map((row) => ({ ...view(row), usedBy: users.get(row.id) ?? [] }));
}

export async function addCalendar(deps: CalendarDeps, written: Written): Promise<CalendarView> {
  const row = { ...toRow(deps, written), id: deps.newId(), version: 1 };
  await deps.store.calendars.insert(row);
  await deps.calendars.refresh();
  return view(row);
}

/** Holds for every call that begins from now on. */
export async function changeCalendar(
  deps: CalendarDeps,
  { id, version, ...written }: Written & { readonly id: string; readonly version: number },
): Promise<CalendarView> {
  const row = { ...toRow(deps, written), id, version };
  if (!(await deps.store.calendars.change(row))) {
    if ((await deps.store.calendars.find(id)) === undefined) throw noSuchCalendar();
    throw new Refusal(
      "conflict",
      said`Somebody else has changed this calendar meanwhile. Load it again, then change it.`,
    );
  }
  await deps.calendars.refresh();
  return view({ ...row, version: version + 1 });
}

/** Refused while a flow asks it. Answers what it was called. */
export async function deleteCalendar(deps: CalendarDeps, id: string): Promise<string> {
  const row = await deps.store.calendars.find(id);
  if (row === undefined) throw noSuchCalendar();
  const usedBy = (await flowsThatName(deps.store, "calendar")).get(id) ?? [];
  if (usedBy.length > 0) {
    const flows = usedBy.map(({ name }) => `"${name}"`).join(", ");
    throw new Refusal("in-use", said`"${row.name}" is asked by ${flows}. Choose another one there and publish first.`, {
      usedBy,
    });
  }
  await deps.store.calendars.delete(id);
  await deps.calendars.refresh();
  return row.name;
}

function toRow({ clock }: CalendarDeps, { name, calendar }: Written): Omit<CalendarRow, "id" | "version"> {
  return { name, file: JSON.stringify(calendar), updatedAt: clock.now().toISOString() };
}

function view({ file, ...row }: CalendarRow): CalendarView {
  // Written by `toRow`.
  return { ...row, calendar: JSON.parse(file) as Calendar };
}

function noSuchCalendar(): Refusal {
  return new Refusal("not-found", said`There is no such calendar; it may have been deleted.`);
}
