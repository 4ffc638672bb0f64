import type { Disposition } from "@ozflow/compiler";
import type { Kysely } from "kysely";
import {
  insertCallbacks,
  insertCalls,
  tellDisposition,
  tellHeard,
  tellPbxCall,
  upsertClaims,
  upsertSessions,
} from "./answered-queries.ts";
import type { NewCall } from "./call-store.ts";
import type { RunTogether, Together } from "./engines/engine.ts";
import { settlingRequests } from "./request-store.ts";
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
  /** Set when requests to web servers are stored: whose they are. */
  readonly requestsOf?: { readonly claim: string; readonly turn: number } | undefined;
}

/** Later than any time that is stored: nobody can have come since. */
export const noTime = "9999";

/** What two callbacks must not do at the same time. */
export function keysOf({ sessionId, flowId, callback, firstOf }: AnsweredCallback): readonly string[] {
  return [sessionId, callback.callId, ...(firstOf === undefined ? [] : [`${flowId} ${firstOf.pbxCallId}`])];
}

/**
 * Stores everything of each callback or nothing of it. False for those whose turn (or whose call, when they are first ones)
 * another request has answered meanwhile; what that one stored counts. No two of them have a key in common.
 */
export async function storeAnswered(
  db: Kysely<Tables>,
  together: RunTogether,
  all: readonly AnsweredCallback[],
): Promise<readonly boolean[]> {
  // Always in the same order, so that two servers that store batches of the same calls do not wait for each other.
  const ordered = all.toSorted((one, other) => (one.sessionId < other.sessionId ? -1 : 1));
  if (await together(storing(db, ordered))) return all.map(() => true);
  if (all.length === 1) return [false];
  // One of them was late, which nobody is to suffer from but that one.
  const stored: boolean[] = [];
  for (const one of all) stored.push(await together(storing(db, [one])));
  return stored;
}

/** All that is to be done for these callbacks, or none of it when one of them is late. */
function storing(db: Kysely<Tables>, all: readonly AnsweredCallback[]): readonly Together[] {
  const callbacks = all.map(({ callback }) => callback);
  const recordings = all.flatMap(toRecordings);
  const sessions = all.flatMap((one) => one.newSessions);
  return [
    ...all.flatMap(({ requestsOf }) => (requestsOf === undefined ? [] : settlingRequests(db, requestsOf))),
    ...claiming(db, all),
    ...takingTurns(db, all),
    ...storingCalls(db, all),
    { query: insertCallbacks(db, {}, callbacks) },
    ...(recordings.length === 0 ? [] : [{ query: db.insertInto("recordings").values(recordings).compile() }]),
    ...(sessions.length === 0 ? [] : [{ query: db.insertInto("callSessions").values(sessions).compile() }]),
  ];
}

/** The calls that begin are theirs, unless somebody else has begun one. */
function claiming(db: Kysely<Tables>, all: readonly AnsweredCallback[]): readonly Together[] {
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
  const claim = (rows: ClaimRow[], since: string) => {
    rows.sort((one, other) => (one.pbxCallId < other.pbxCallId ? -1 : 1));
    return rows.length === 0 ? [] : [{ query: upsertClaims(db, { unlessSince: since }, rows), atLeast: rows.length }];
  };
  return [...claim(claims, unlessSince), ...claim(claimsAgain, noTime)];
}

/** The sessions go on, unless somebody else has answered their turn. */
function takingTurns(db: Kysely<Tables>, all: readonly AnsweredCallback[]): readonly Together[] {
  const kept = all.flatMap(({ session }) => session ?? []);
  return kept.length === 0 ? [] : [{ query: upsertSessions(db, {}, kept), atLeast: kept.length }];
}

function storingCalls(db: Kysely<Tables>, all: readonly AnsweredCallback[]): readonly Together[] {
  const begun = all.flatMap(({ newCall }) => newCall ?? []);
  const inserting = begun.length === 0 ? [] : [{ query: insertCalls(db, {}, begun) }];
  const known = all.filter(({ newCall }) => newCall === undefined);
  if (known.length === 0) return inserting;
  const ids = known.map(({ callback }) => ({ id: callback.callId }));
  ids.sort((one, other) => (one.id < other.id ? -1 : 1));
  return [
    ...inserting,
    { query: tellHeard(db, { heardAt: newestOf(known) }, ids) },
    ...known.flatMap((one) => tellingOfCall(db, one)),
  ];
}

/** What a callback of a known call says of it. Whom we called is told with the first one, at the latest. */
function tellingOfCall(db: Kysely<Tables>, { pbxCallId, disposition: said, callback }: AnsweredCallback) {
  const { callId: id, turn } = callback;
  const isFirst = pbxCallId !== undefined && turn <= 1;
  return [
    ...(isFirst ? [{ query: tellPbxCall(db, { id, pbxCallId }) }] : []),
    ...(said === undefined ? [] : [{ query: tellDisposition(db, { id, ...said }) }]),
  ];
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
