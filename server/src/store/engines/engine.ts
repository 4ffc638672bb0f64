import type { Kysely } from "kysely";
import type { TakeSnapshot } from "./snapshot.ts";

/** A database that is open, and what differs between the two kinds of it. */
export interface Engine {
  readonly kind: "sqlite" | "postgres";
  readonly db: Kysely<unknown>;
  /** Tells what is committed, also while `db` commits more. Nothing is written through it. */
  readonly reading: Kysely<unknown>;
  /** Where the tables lie, as far as the engine knows such places. */
  readonly schema: string | undefined;
  /** Does the work while no other server on this database does work of the same name; those wait. */
  alone<Result>(work: string, run: () => Promise<Result>): Promise<Result>;
  readonly snapshot: TakeSnapshot;
  close(): Promise<void>;
}

/** The database cannot be opened. The sentence is for whoever starts the server. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
}
