import type { Session } from "@ozflow/compiler";
import { said } from "@ozflow/compiler";
import type { CallEvent } from "../../call-state.ts";
import { documentAddress, endAddress } from "../../callback/callback-address.ts";
import type { Deps } from "../../deps.ts";
import type { LoadedRevision } from "../../known/revision-cache.ts";
import type { StartCall } from "../../pbx/driver.ts";
import { PbxError } from "../../pbx/pbx-error.ts";
import { Refusal } from "../../refusal.ts";
import type { FlowRow } from "../../store/flow-store.ts";
import { findFlow } from "../flows/look-at-flows.ts";
import { readCallDefaults } from "./call-defaults.ts";
import { checkGiven, type Given } from "./check-given.ts";
import { checkLimits, checkNumber } from "./check-outgoing-call.ts";

export type StartDeps = Pick<
  Deps,
  | "store"
  | "revisions"
  | "guards"
  | "pbx"
  | "phoneSystem"
  | "clock"
  | "newId"
  | "newOrderedId"
  | "log"
  | "metrics"
  | "settings"
>;

export interface StartCallInput {
  readonly flowId: string;
  /** What is absent here is taken from the flow's outgoing-call step. */
  readonly number?: string | undefined;
  readonly callerId?: string | undefined;
  readonly callerDisplayName?: string | undefined;
  readonly ringSeconds?: number | undefined;
  readonly apiExtension?: string | undefined;
  /** A new one when absent. */
  readonly callId?: string;
  /** Variables the call begins with. */
  readonly given?: Given | undefined;
}

/** Has the PBX dial; whoever answers is led through the flow's newest revision. */
export async function startCall(deps: StartDeps, input: StartCallInput): Promise<{ readonly id: string }> {
  const flow = await findFlow(deps.store, input.flowId);
  const { revision, loaded, document } = await findOutgoingEntry(deps, flow);
  const defaults = readCallDefaults(loaded.flow);
  const dialed = input.number || defaults.number;
  if (dialed === "") {
    throw new Refusal("no-number", said`Whom to call? Give a number, or write one into the flow's outgoing-call step.`);
  }
  await checkNumber(deps, dialed, flow.id);
  const callerId = input.callerId || defaults.callerId;
  const given = checkGiven(input.given ?? {}, loaded.flow.variables);
  // Its beginning is when somebody answers (continue-call.ts); until then the request stands for it.
  const facts = { caller: callerId, dialed, began: deps.clock.now().toISOString(), seed: deps.newId() };
  const session = loaded.answerer.begin(deps.newOrderedId(), facts, given);
  const id = await storeCall(deps, flow, revision, session, input.callId);
  try {
    await checkLimits(deps, flow.id);
  } catch (refusal) {
    await deps.store.calls.discard(id);
    throw refusal;
  }

  const address = { document, session: session.id, turn: session.turn };
  const { publicUrl } = deps.settings;
  return await dial(deps, id, {
    dialed,
    apiExtension: input.apiExtension || deps.phoneSystem.current().apiExtension,
    callerId,
    callerDisplayName: input.callerDisplayName || defaults.callerDisplayName,
    url: documentAddress(publicUrl, flow.key, revision, address),
    errorUrl: endAddress(publicUrl, flow.key, "error", session.id),
    finishedUrl: endAddress(publicUrl, flow.key, "finished", session.id),
    ringSeconds: input.ringSeconds ?? defaults.ringSeconds,
  });
}

async function findOutgoingEntry(
  { revisions }: StartDeps,
  flow: FlowRow,
): Promise<{ readonly revision: number; readonly loaded: LoadedRevision; readonly document: string }> {
  const revision = flow.publishedRevision;
  const loaded = revision === null ? undefined : await revisions.load(flow.id, revision);
  if (revision === null || loaded === undefined) {
    throw new Refusal("not-published", said`Only published flows make calls. Publish this one first.`);
  }
  const document = loaded.answerer.entry("outgoing-call");
  if (document === undefined) {
    const sentence = said`The published flow has no outgoing-call step to begin at. Add one and publish again.`;
    throw new Refusal("no-outgoing-entry", sentence);
  }
  return { revision, loaded, document };
}

/** Before the PBX hears of the call, so that even the quickest callback finds it. */
async function storeCall(
  deps: StartDeps,
  flow: FlowRow,
  revision: number,
  session: Session,
  id = deps.newOrderedId(),
): Promise<string> {
  const at = deps.clock.now().toISOString();
  await deps.store.calls.insert({
    id,
    flowId: flow.id,
    flowName: flow.name,
    revision,
    direction: "outgoing",
    caller: session.call.caller,
    dialed: session.call.dialed,
    state: "requested",
    startedAt: at,
    heardAt: at,
    endedAt: null,
    reason: null,
    pbxCallId: null,
    parentCallId: null,
  });
  await deps.store.sessions.insert({
    id: session.id,
    flowId: flow.id,
    revision,
    callId: id,
    parentCallId: null,
    turn: session.turn,
    values: JSON.stringify(session.values),
    ...session.call,
    known: "{}",
    lastDocument: null,
    lastSite: null,
    lastAnswer: null,
    updatedAt: at,
  });
  return id;
}

/** Never tried twice: after a time-out nobody knows whether the phone rings already. */
async function dial(deps: StartDeps, id: string, call: StartCall): Promise<{ readonly id: string }> {
  const { pbx, clock, log, metrics } = deps;
  const tell = (news: { event: CallEvent; reason?: string; pbxCallId?: string | undefined }) =>
    // What becomes of the call does not hang on what is written down of it.
    deps.store.calls
      .tell(id, { ...news, at: clock.now().toISOString() })
      .catch((error) => log.error("The state of a call was not stored", { call: id, reason: String(error) }));
  try {
    const { callId } = await pbx.startCall(call);
    metrics.callsStarted.inc({ result: "placed" });
    await tell({ event: "accepted", pbxCallId: callId });
    return { id };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    metrics.callsStarted.inc({ result: "failed" });
    await tell({ event: "refused", reason });
    if (!(error instanceof PbxError)) throw error;
    log.warn("A call could not be started", { call: id, kind: error.kind, reason });
    throw new Refusal(`pbx-${error.kind}`, error, { call: id });
  }
}
