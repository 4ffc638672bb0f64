import type { EntryKind } from "@ozflow/compiler";
import { bringsCall, callFacts, entryKind, pbxCallId } from "../../callback/notification.ts";
import { instant } from "../../instant.ts";
import { factsAt, readFacts } from "../../known/known-facts.ts";
import { noTime } from "../../store/answered-callbacks.ts";
import type { Callback, CallbackDeps } from "./answer-callback.ts";
import { applyCallback } from "./apply-callback.ts";
import { CallbackRefused } from "./callback-refused.ts";
import { claimFirstCallback } from "./claim-first-callback.ts";

/**
 * A first callback with the CallId, the caller and the number of a call that began so lately, and has not gone on since, is the
 * same one sent again: as long as a server may be away. Not for ever, because a PBX may give its short ids a second time.
 */
const repeatedWithinMs = 5 * 60_000;

/** Answers the entry address: a new call, on the newest revision. Throws {@link CallbackRefused}. */
export async function beginCall(deps: CallbackDeps, callback: Callback): Promise<string> {
  // Another request may be quicker with the same callback; its answer is stored then.
  const answer = (await tryToBegin(deps, callback)) ?? (await tryToBegin(deps, callback, "again"));
  if (answer === undefined) throw new CallbackRefused("the session could not be stored");
  return answer;
}

/** Whether another request has begun the call is asked at first only where that decides what is sent to web servers. */
async function tryToBegin(
  deps: CallbackDeps,
  { flowKey, parameters, address }: Callback,
  again?: "again",
): Promise<string | undefined> {
  const { store, guards } = deps;
  const flow = await store.flows.findByKey(flowKey);
  if (flow === undefined) throw new CallbackRefused("no flow has this callback address");
  const arrivedMs = deps.clock.now().getTime();
  const arrived = instant(arrivedMs);
  if (flow.deletedAt !== null) throw new CallbackRefused(`the flow "${flow.name}" was deleted`);
  if (flow.keyValidUntil !== null && flow.keyValidUntil <= arrived) {
    throw new CallbackRefused(`"${flow.name}" has a newer callback address; give it to the phone system`);
  }
  if (!(await guards.flowLetsIn(address, flow.id)))
    throw new CallbackRefused(`"${flow.name}" takes no callbacks from ${address}`);
  const revision = flow.publishedRevision;
  if (revision === null) throw new CallbackRefused(`the flow "${flow.name}" is not published`);

  const loaded = await deps.revisions.load(flow.id, revision);
  if (loaded === undefined) throw new CallbackRefused(`revision ${revision} of "${flow.name}" is not stored`);
  deps.fallbacks.remember(flowKey, loaded);
  const { answerer } = loaded;

  const asked = entryKind(parameters);
  // A call that changes tells so many times, each time with the same id.
  const pbxCall = bringsCall(asked) ? pbxCallId(parameters) : undefined;
  const since = instant(arrivedMs - repeatedWithinMs);
  const id = deps.newOrderedId();
  const fresh = { claim: id, began: arrived, seed: deps.newId() };
  // Before the session is looked for: both are stored at once, so requests that are settled here have a session there.
  const { claim, began, seed } =
    pbxCall !== undefined && answerer.asksWebServers
      ? await claimFirstCallback(store, { flowId: flow.id, pbxCall, since }, fresh)
      : fresh;
  const mustLook = pbxCall !== undefined && (again !== undefined || answerer.asksWebServers);
  const begun = mustLook ? await store.sessions.findBegun(flow.id, pbxCall, since) : undefined;
  const { caller, dialed } = callFacts(parameters);
  const isSame = begun?.turn === 1 && begun.caller === caller && begun.dialed === dialed;
  if (isSame && begun.lastAnswer !== null) return begun.lastAnswer;

  const instead = other[asked];
  const document = answerer.entry(asked) ?? (instead === undefined ? undefined : answerer.entry(instead));
  if (document === undefined) throw new CallbackRefused(`"${flow.name}" has no step where a call begins`);

  const known = factsAt(deps, answerer.program, began);
  const { hours, tables } = await readFacts(deps, known);
  return await applyCallback(deps, {
    flowKey,
    flow: { id: flow.id, name: flow.name },
    revision,
    loaded,
    session: answerer.begin(id, { caller, dialed, began, seed, hours, tables }),
    isNew: true,
    known,
    // A call that has gone on since, or another one with its id, comes to this address and begins.
    firstOf: pbxCall === undefined ? undefined : { pbxCallId: pbxCall, unlessSince: begun ? noTime : since },
    claim,
    direction: asked === "outgoing-call" ? "outgoing" : "incoming",
    isOver: !bringsCall(asked),
    request: { document, parameters },
  });
}

/** A call on our extension is answered, whichever of the two the PBX calls it. */
const other: Readonly<Partial<Record<EntryKind, EntryKind>>> = {
  "incoming-call": "outgoing-call",
  "outgoing-call": "incoming-call",
};
