import type { QueryResult } from "kysely";

/**
 * What is asked about rows that another request may have stored first. *Whether* there are any is told by a number, which
 * costs nothing; *which* they are by ids that come back, and a row that comes back costs as much as one that goes in. So the
 * first is asked always, and the second when something was lost indeed.
 */
export type AskForLost = "whether" | "which";

/** Something was lost, and only whether was asked. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/** Those that were not stored of rows with these ids. Throws {@link Overtaken}. */
export function lostOf(
  ids: readonly string[],
  { rows, numAffectedRows }: QueryResult<{ id: string }>,
  asked: AskForLost,
): ReadonlySet<string> {
  if (asked === "which") {
    const stored = new Set(rows.map(({ id }) => id));
    return new Set(ids.filter((id) => !stored.has(id)));
  }
  if (numAffectedRows !== BigInt(ids.length)) throw new Overtaken("another request came first");
  return nobody;
}

const nobody: ReadonlySet<string> = new Set();
