import type { CallFacts, HoursState, Program } from "@ozflow/compiler";
import type { Deps } from "../deps.ts";
import type { TableVersions } from "./table-book.ts";

/** What a call knows from its beginning on, beside who calls: as it is kept with the call. */
export interface KnownFacts {
  readonly hours?: Readonly<Record<string, HoursState>>;
  /** Versions: what stands in them is kept for as long as a call may last. */
  readonly tables?: TableVersions;
}

type KnownDeps = Pick<Deps, "calendars" | "tables">;

/** Of a call that begins at an ISO 8601 instant. */
export function factsAt({ calendars, tables }: KnownDeps, program: Program, began: string): KnownFacts {
  return {
    hours: calendars.hoursAt(program.calendars ?? [], began),
    ...(program.tables === undefined ? {} : { tables: tables.newest(program.tables) }),
  };
}

/** The same, as expressions read it. */
export async function readFacts(
  { tables }: KnownDeps,
  { hours = {}, tables: versions }: KnownFacts,
): Promise<Required<Pick<CallFacts, "hours" | "tables">>> {
  return { hours, tables: versions === undefined ? {} : await tables.contents(versions) };
}
