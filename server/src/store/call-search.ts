import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from "kysely";
import { openStates } from "../call-state.ts";
import type { Call } from "./call-store.ts";
import type { Tables } from "./tables.ts";

export type CallSearch = ReturnType<typeof createCallSearch>;

/** Which calls are meant; what is undefined narrows nothing. */
export interface CallFilter {
  readonly flow?: string | undefined;
  readonly outcome?: "open" | "ended" | "failed" | undefined;
  readonly disposition?: string | undefined;
  readonly direction?: "incoming" | "outgoing" | undefined;
  /** Part of who called or of what was dialled. */
  readonly number?: string | undefined;
  /** Begun at this time or later. */
  readonly since?: string | undefined;
  /** Begun before this time. */
  readonly until?: string | undefined;
  /** Open calls that nothing was heard of since then count as ended. */
  readonly quietSince: string;
}

/** The last row that was read: what is older comes next. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

/** A recording with the call it was made in. */
export interface FoundRecording {
  readonly id: string;
  readonly at: string;
  readonly url: string;
  readonly callId: string;
  readonly flowId: string;
  readonly flowName: string;
  readonly caller: string;
  readonly dialed: string;
}

/** As many as one might choose from. */
const maxDispositions = 500;

/** Calls and their recordings, the newest first, a page at a time. */
export function createCallSearch(db: Kysely<Tables>) {
  return {
    calls: (filter: CallFilter, before: Place | undefined, limit: number): Promise<Call[]> =>
      db
        .selectFrom("calls")
        .selectAll()
        .where((on) => on.and([matches(on, filter), isOlder("calls.startedAt", "calls.id", before)]))
        .orderBy("calls.startedAt", "desc")
        .orderBy("calls.id", "desc")
        .limit(limit)
        .execute(),

    /** In no order. */
    async dispositions(flow: string | undefined): Promise<string[]> {
      const rows = await db
        .selectFrom("calls")
        .select("disposition")
        .distinct()
        .where("disposition", "is not", null)
        .$if(flow !== undefined, (query) => query.where("flowId", "=", flow ?? ""))
        .limit(maxDispositions)
        .execute();
      return rows.flatMap((row) => row.disposition ?? []);
    },

    recordings: (filter: CallFilter, before: Place | undefined, limit: number): Promise<FoundRecording[]> =>
      db
        .selectFrom("recordings")
        .innerJoin("calls", "calls.id", "recordings.callId")
        .select(["recordings.id", "recordings.at", "recordings.url", "recordings.callId"])
        .select(["calls.flowId", "calls.flowName", "calls.caller", "calls.dialed"])
        .where((on) => on.and([matches(on, filter), isOlder("recordings.at", "recordings.id", before)]))
        .orderBy("recordings.at", "desc")
        .orderBy("recordings.id", "desc")
        .limit(limit)
        .execute(),
  };
}

function matches(on: ExpressionBuilder<Tables, "calls">, filter: CallFilter): Expression<SqlBool> {
  const { flow, outcome, disposition, direction, number, since, until } = filter;
  return on.and([
    ...(flow === undefined ? [] : [on("calls.flowId", "=", flow)]),
    ...(outcome === undefined ? [] : [hasOutcome(on, outcome, filter.quietSince)]),
    ...(disposition === undefined ? [] : [on("calls.disposition", "=", disposition)]),
    ...(direction === undefined ? [] : [on("calls.direction", "=", direction)]),
    ...(number === undefined ? [] : [on.or([contains("calls.caller", number), contains("calls.dialed", number)])]),
    ...(since === undefined ? [] : [on("calls.startedAt", ">=", since)]),
    ...(until === undefined ? [] : [on("calls.startedAt", "<", until)]),
  ]);
}

function hasOutcome(
  on: ExpressionBuilder<Tables, "calls">,
  outcome: "open" | "ended" | "failed",
  quietSince: string,
): Expression<SqlBool> {
  if (outcome === "failed") return on("calls.state", "=", "failed");
  const isOpen = on("calls.state", "in", openStates);
  if (outcome === "open") return on.and([isOpen, on("calls.heardAt", ">=", quietSince)]);
  return on.or([on("calls.state", "=", "ended"), on.and([isOpen, on("calls.heardAt", "<", quietSince)])]);
}

/** Without a difference between large and small letters, on both engines. */
function contains(column: string, text: string): Expression<SqlBool> {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return sql<SqlBool>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`;
}

function isOlder(at: string, id: string, before: Place | undefined): Expression<SqlBool> {
  if (before === undefined) return sql<SqlBool>`1 = 1`;
  const [when, which] = [sql.ref(at), sql.ref(id)];
  return sql<SqlBool>`(${when} < ${before.at} or (${when} = ${before.at} and ${which} < ${before.id}))`;
}
