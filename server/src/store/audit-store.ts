import type { Kysely } from "kysely";
import type { AuditRow, Tables } from "./tables.ts";

export type AuditStore = ReturnType<typeof createAuditStore>;
export type { AuditRow } from "./tables.ts";

export interface AuditFilter {
  readonly action?: string | undefined;
  readonly who?: string | undefined;
  readonly since?: string | undefined;
  /** Entries before this one: `at` and `id` of the last that was read. */
  readonly before?: { readonly at: string; readonly id: string } | undefined;
}

export function createAuditStore(db: Kysely<Tables>) {
  return {
    async insert(entry: AuditRow): Promise<void> {
      await db.insertInto("auditLog").values(entry).execute();
    },

    /** The newest first. */
    list: ({ action, who, since, before }: AuditFilter, limit: number): Promise<AuditRow[]> => {
      let query = db.selectFrom("auditLog").selectAll();
      if (action !== undefined) query = query.where("action", "=", action);
      if (who !== undefined) query = query.where("who", "=", who);
      if (since !== undefined) query = query.where("at", ">=", since);
      if (before !== undefined) {
        query = query.where((on) =>
          on.or([on("at", "<", before.at), on.and([on("at", "=", before.at), on("id", "<", before.id)])]),
        );
      }
      return query.orderBy("at", "desc").orderBy("id", "desc").limit(limit).execute();
    },
  };
}
