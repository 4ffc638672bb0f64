import type { CompiledQuery, Kysely } from "kysely";
import type { TakeSnapshot } from "./snapshot.ts";

/** A database that is open, and what differs between the two kinds of it. */
export interface Engine {
  readonly kind: "sqlite" | "postgres";
  readonly db: Kysely<unknown>;
  /** Tells what is committed, also while `db` commits more. Nothing is written through it. */
  readonly reading: Kysely<unknown>;
  readonly together: RunTogether;
  /** Where the tables lie, as far as the engine knows such places. */
  readonly schema: string | undefined;
  /** Does the work while no other server on this database does work of the same name; those wait. */
  alone<Result>(work: string, run: () => Promise<Result>): Promise<Result>;
  readonly snapshot: TakeSnapshot;
  close(): Promise<void>;
}

/** A query, and how many rows it must change at least for anything to be done. */
export interface Together {
  readonly query: CompiledQuery<unknown>;
  readonly atLeast?: number | undefined;
}

/**
 * Does all of it in one transaction, in this order. Resolves to false, and nothing is done, when a query changes fewer rows
 * than it must.
 */
export type RunTogether = (queries: readonly Together[]) => Promise<boolean>;

/** The database cannot be opened. The sentence is for whoever starts the server. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
}
