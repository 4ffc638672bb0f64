import type { Disposition } from "@ozflow/compiler";
import type { Kysely, Transaction } from "kysely";
import { insertCallbacks, insertCalls, tellHeard, upsertClaims, upsertSessions } from "./answered-queries.ts";
import type { NewCall } from "./call-store.ts";
import { type AskForLost, lostOf, Overtaken } from "./lost-rows.ts";
import { settleRequests } from "./request-store.ts";
import type { CallbackRow, ClaimRow, RecordingRow, SessionRow, Tables } from "./tables.ts";

/** All that one answered callback changes. */
export interface AnsweredCallback {
  /** Names the session, also where none is kept. */
  readonly sessionId: string;
  /** The session as it is now. Absent: nobody will ask for more, and a repeated callback gets the same without it. */
  readonly session?: SessionRow | undefined;
  readonly flowId: string;
  /** Set when the call is heard of for the first time. */
  readonly newCall?: NewCall | undefined;
  readonly pbxCallId?: string | undefined;
  /** What the flow says of a call that is stored already. */
  readonly disposition?: Disposition | undefined;
  /** A first callback: counts unless another one of the same call came since that time. */
  readonly firstOf?: { readonly pbxCallId: string; readonly unlessSince: string } | undefined;
  readonly callback: CallbackRow;
  /** The callback told of one. */
  readonly recording?: Pick<RecordingRow, "id" | "url"> | undefined;
  /** Sessions of calls that the answer may place. */
  readonly newSessions: readonly SessionRow[];
  /** Set when web servers were asked: whose requests they were. */
  readonly requestsOf?: { readonly claim: string; readonly turn: number } | undefined;
}

/** Later than any time that is stored: nobody can have come since. */
export const noTime = "9999";

/** What two callbacks must not do at the same time. */
export function keysOf({ sessionId, flowId, callback, firstOf }: AnsweredCallback): readonly string[] {
  return [sessionId, callback.callId, ...(firstOf === undefined ? [] : [`${flowId} ${firstOf.pbxCallId}`])];
}

/**
 * Stores everything of each callback or nothing of it, all of them in one transaction. False for those whose turn (or
 * whose call, when they are first ones) another request has answered meanwhile; what that one stored counts.
 * No two of them have a key in common.
 */
export async function storeAnswered(db: Kysely<Tables>, all: readonly AnsweredCallback[]): Promise<readonly boolean[]> {
  // Always in the same order, so that two servers that store batches of the same calls do not wait for each other.
  const ordered = all.toSorted((one, other) => (one.sessionId < other.sessionId ? -1 : 1));
  const stored = await storeAll(db, ordered, "whether").catch((error) => {
    if (error instanceof Overtaken) return storeAll(db, ordered, "which");
    throw error;
  });
  return all.map((one) => stored.has(one));
}

/** Resolves to those that are stored. Rejects with {@link Overtaken}, see there. */
async function storeAll(
  db: Kysely<Tables>,
  all: readonly AnsweredCallback[],
  lost: AskForLost,
): Promise<ReadonlySet<AnsweredCallback>> {
  return await db.transaction().execute(async (trx) => {
    const answered = await storeSessions(trx, await claimCalls(trx, await settleAll(trx, all), lost), lost);
    if (answered.length === 0) return new Set();
    await storeCalls(trx, answered);
    const callbacks = answered.map(({ callback }) => callback);
    await insertCallbacks(trx, {}, callbacks);
    const recordings = answered.flatMap(toRecordings);
    if (recordings.length > 0) await trx.insertInto("recordings").values(recordings).execute();
    const sessions = answered.flatMap((one) => one.newSessions);
    if (sessions.length > 0) await trx.insertInto("callSessions").values(sessions).execute();
    return new Set(answered);
  });
}

/** Leaves out those whose requests to web servers another one has made. */
async function settleAll(
  trx: Transaction<Tables>,
  all: readonly AnsweredCallback[],
): Promise<readonly AnsweredCallback[]> {
  const late = new Set<AnsweredCallback>();
  for (const one of all) {
    if (one.requestsOf !== undefined && !(await settleRequests(trx, one.requestsOf))) late.add(one);
  }
  return all.filter((one) => !late.has(one));
}

/** Leaves out first callbacks of calls that somebody else has begun. */
async function claimCalls(
  trx: Transaction<Tables>,
  all: readonly AnsweredCallback[],
  lost: AskForLost,
): Promise<readonly AnsweredCallback[]> {
  const claims: ClaimRow[] = [];
  const claimsAgain: ClaimRow[] = [];
  // Those of now came within one batch, so the earliest time is as good as their own.
  let unlessSince = noTime;
  for (const { firstOf, flowId, sessionId, callback } of all) {
    if (firstOf === undefined) continue;
    const isAgain = firstOf.unlessSince === noTime;
    (isAgain ? claimsAgain : claims).push({ flowId, pbxCallId: firstOf.pbxCallId, sessionId, at: callback.at });
    if (firstOf.unlessSince < unlessSince) unlessSince = firstOf.unlessSince;
  }
  const late = await putClaims(trx, { unlessSince }, claims, lost);
  await putClaims(trx, { unlessSince: noTime }, claimsAgain, lost);
  return late.size === 0 ? all : all.filter(({ sessionId }) => !late.has(sessionId));
}

/** The sessions whose claim is not stored, because another one came since. */
async function putClaims(
  trx: Transaction<Tables>,
  given: { readonly unlessSince: string },
  claims: readonly ClaimRow[],
  lost: AskForLost,
): Promise<ReadonlySet<string>> {
  if (claims.length === 0) return new Set();
  const ordered = claims.toSorted((one, other) => (one.pbxCallId < other.pbxCallId ? -1 : 1));
  const ids = ordered.map(({ sessionId }) => sessionId);
  return lostOf(ids, await upsertClaims[lost](trx, given, ordered), lost);
}

/** Leaves out those whose turn somebody else has answered. */
async function storeSessions(
  trx: Transaction<Tables>,
  all: readonly AnsweredCallback[],
  lost: AskForLost,
): Promise<readonly AnsweredCallback[]> {
  const kept = all.flatMap(({ session }) => session ?? []);
  if (kept.length === 0) return all;
  const ids = kept.map(({ id }) => id);
  const late = lostOf(ids, await upsertSessions[lost](trx, {}, kept), lost);
  return late.size === 0 ? all : all.filter(({ sessionId }) => !late.has(sessionId));
}

async function storeCalls(trx: Transaction<Tables>, all: readonly AnsweredCallback[]): Promise<void> {
  const begun = all.flatMap(({ newCall }) => newCall ?? []);
  if (begun.length > 0) await insertCalls(trx, {}, begun);
  const known = all.filter(({ newCall }) => newCall === undefined);
  if (known.length === 0) return;
  const ids = known.map(({ callback }) => ({ id: callback.callId }));
  ids.sort((one, other) => (one.id < other.id ? -1 : 1));
  await tellHeard(trx, { heardAt: newestOf(known) }, ids);
  // Whom we called is told with the first callback, at the latest.
  for (const { pbxCallId, callback } of known) {
    if (pbxCallId === undefined || callback.turn > 1) continue;
    await trx.updateTable("calls").set({ pbxCallId }).where("id", "=", callback.callId).execute();
  }
  for (const { disposition, callback } of known) {
    if (disposition === undefined) continue;
    await trx.updateTable("calls").set(disposition).where("id", "=", callback.callId).execute();
  }
}

function newestOf(all: readonly AnsweredCallback[]): string {
  return (
    all
      .map(({ callback }) => callback.at)
      .sort()
      .at(-1) ?? ""
  );
}

function toRecordings({ recording, callback: { callId, turn, at } }: AnsweredCallback): readonly RecordingRow[] {
  return recording === undefined ? [] : [{ ...recording, callId, turn, at }];
}
