import type { Session, Values } from "@ozflow/compiler";
import type { CallbackPlace } from "../../callback/callback-address.ts";
import { bringsCall, entryKind } from "../../callback/notification.ts";
import { factsAt, type KnownFacts, readFacts } from "../../known/known-facts.ts";
import type { LoadedRevision } from "../../known/revision-cache.ts";
import type { SessionRow } from "../../store/session-store.ts";
import type { Callback, CallbackDeps } from "./answer-callback.ts";
import { applyCallback } from "./apply-callback.ts";
import { CallbackRefused } from "./callback-refused.ts";

/** A call is taken for over when nothing was heard of it for so long; its addresses then lead nowhere. */
export const sessionLifeMs = 24 * 3_600_000;

/** Answers a document address: the next callback of a call that has a session. Throws {@link CallbackRefused}. */
export async function continueCall(deps: CallbackDeps, callback: Callback, place: CallbackPlace): Promise<string> {
  const { session, turn } = place;
  if (session === undefined) throw new CallbackRefused("the address names no call that is known here");
  // What this server stored last saves a question, unless another one has gone on with the call.
  const recalled = deps.store.sessions.recall(session);
  const quick = recalled?.turn === turn ? await tryToContinue(deps, callback, place, recalled) : undefined;
  if (quick !== undefined) return quick;
  const find = () => deps.store.sessions.find(session);
  // Another request may be quicker. If it was the same one, its answer is stored then; otherwise this one comes too late.
  const answer =
    (await tryToContinue(deps, callback, place, await find())) ??
    (await tryToContinue(deps, callback, place, await find()));
  if (answer === undefined) throw new CallbackRefused("two callbacks of one call came at the same time");
  return answer;
}

async function tryToContinue(
  deps: CallbackDeps,
  { flowKey, parameters, address }: Callback,
  place: CallbackPlace,
  row: SessionRow | undefined,
): Promise<string | undefined> {
  if (row === undefined) throw new CallbackRefused("the address names no call that is known here");
  const flow = await deps.store.flows.findByKey(flowKey);
  if (flow === undefined || flow.id !== row.flowId) {
    throw new CallbackRefused("the call in the address belongs to another flow", row.callId);
  }
  if (!(await deps.guards.flowLetsIn(address, flow.id))) {
    throw new CallbackRefused(`"${flow.name}" takes no callbacks from ${address}`);
  }
  if (place.revision !== row.revision) {
    throw new CallbackRefused(`the call runs revision ${row.revision}, the address names another one`, row.callId);
  }
  if (deps.clock.now().getTime() - Date.parse(row.updatedAt) > sessionLifeMs) {
    throw new CallbackRefused("nothing was heard of this call for a day, so it counts as over", row.callId);
  }
  if (isRepeated(row, place)) return row.lastAnswer ?? undefined;
  if (place.turn !== row.turn) {
    const asked = place.turn === undefined ? "no turn" : `turn ${place.turn}`;
    throw new CallbackRefused(`the address is of ${asked}, the call is at turn ${row.turn}`, row.callId);
  }

  const loaded = await deps.revisions.load(row.flowId, row.revision);
  if (loaded === undefined) throw new CallbackRefused(`revision ${row.revision} is not stored`, row.callId);
  deps.fallbacks.remember(flowKey, loaded);
  const { session, known } = await readSession(deps, row, loaded);
  return await applyCallback(deps, {
    flowKey,
    flow: { id: flow.id, name: flow.name },
    revision: row.revision,
    loaded,
    session,
    known,
    claim: row.id,
    // A session without a call is one that a script prepared for the call it places, or for a report that comes later.
    direction: "outgoing",
    isOver: !bringsCall(entryKind(parameters)),
    callId: row.callId,
    parentCallId: row.parentCallId,
    request: { document: place.document, ...(place.site === undefined ? {} : { site: place.site }), parameters },
  });
}

function isRepeated(row: SessionRow, place: CallbackPlace): boolean {
  return place.turn === row.turn - 1 && place.document === row.lastDocument && (place.site ?? null) === row.lastSite;
}

/** A call that was started or placed begins with its first callback: only then has somebody answered. */
async function readSession(
  deps: CallbackDeps,
  row: SessionRow,
  { answerer }: LoadedRevision,
): Promise<{ readonly session: Session; readonly known: KnownFacts }> {
  const begins = row.turn === 0 || row.began === "";
  const began = begins ? deps.clock.now().toISOString() : row.began;
  // Written by `applyCallback`.
  const known = begins ? factsAt(deps, answerer.program, began) : (JSON.parse(row.known) as KnownFacts);
  const { hours, tables } = await readFacts(deps, known);
  const session: Session = {
    id: row.id,
    turn: row.turn,
    // Written by `applyCallback` or `startCall`.
    values: JSON.parse(row.values) as Values,
    call: { caller: row.caller, dialed: row.dialed, began, seed: row.seed, hours, tables },
  };
  return { session, known };
}
