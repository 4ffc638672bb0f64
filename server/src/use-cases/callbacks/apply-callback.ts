import {
  type Answer,
  AnswerError,
  type CallbackRequest,
  type Disposition,
  isOwnVariable,
  type Session,
  type Values,
} from "@ozflow/compiler";
import { documentAddress } from "../../callback/callback-address.ts";
import { callFacts, notificationName, pbxCallId, recordingUrl } from "../../callback/notification.ts";
import { instant } from "../../instant.ts";
import type { KnownFacts } from "../../known/known-facts.ts";
import type { LoadedRevision } from "../../known/revision-cache.ts";
import type { AnsweredCallback } from "../../store/answered-callbacks.ts";
import type { NewCall } from "../../store/call-store.ts";
import type { SessionRow } from "../../store/session-store.ts";
import type { CallbackDeps } from "./answer-callback.ts";
import { AnsweredMeanwhile, CallbackRefused } from "./callback-refused.ts";
import { type Finished, finishAnswer } from "./finish-answer.ts";

interface Application {
  readonly flowKey: string;
  readonly flow: { readonly id: string; readonly name: string };
  readonly revision: number;
  readonly loaded: LoadedRevision;
  readonly session: Session;
  /** Nothing of the session is stored yet. */
  readonly isNew?: boolean;
  /** What the session knows of calendars and tables, as it is kept. */
  readonly known: KnownFacts;
  /** Whose requests to web servers are sent once. */
  readonly claim: string;
  /** The notification that begins a call: see {@link AnsweredCallback.firstOf}. */
  readonly firstOf?: AnsweredCallback["firstOf"] | undefined;
  /** Of a call that is not stored yet. */
  readonly direction: "incoming" | "outgoing";
  /** A notification that brings no call: nothing more will be heard of it. */
  readonly isOver?: boolean;
  readonly callId?: string | null;
  readonly parentCallId?: string | null;
  readonly request: CallbackRequest;
}

/** What a secret variable looks like wherever people can see it. */
const mask = "•••";

/**
 * Works out the answer and stores what it changes; the answer may leave when this resolves. Undefined when another
 * request has answered the same turn meanwhile. Throws {@link CallbackRefused}.
 */
export async function applyCallback(deps: CallbackDeps, given: Application): Promise<string | undefined> {
  const { flow, session, request, loaded, claim } = given;
  const answered = await answerOrRefuse(deps, given);
  if (answered === undefined) return undefined;
  const { answer, requests, areStored } = answered;
  const at = instant(deps.clock.now().getTime());
  const callId = given.callId ?? deps.newOrderedId();
  const pbxCall = pbxCallId(request.parameters);
  const recording = recordingUrl(request.parameters);
  const disposition = answer.told.at(-1);
  // A plain document can be given again without remembering who got it.
  const needsNoSession = given.isNew === true && loaded.answerer.isPlain(request.document);
  const stored = await deps.store.sessions.store({
    flowId: flow.id,
    sessionId: session.id,
    session: needsNoSession ? undefined : toRow(given, answer.session, callId, at, lastOf(request, answer)),
    newCall: given.callId == null ? newCall(given, callId, pbxCall, at, disposition) : undefined,
    pbxCallId: pbxCall,
    disposition,
    firstOf: given.firstOf,
    callback: {
      callId,
      turn: answer.session.turn,
      at,
      document: answer.document,
      notification: notificationName(request.parameters),
      path: loaded.steps.written(answer.path),
      ahead: loaded.steps.written(answer.ahead),
      changed: JSON.stringify(changes(session.values, answer.session.values, loaded.secretVariables)),
      requests: JSON.stringify(requests.map((one) => ({ ...one, step: loaded.steps.named(one.step) }))),
    },
    recording: recording === undefined ? undefined : { id: deps.newOrderedId(), url: recording },
    requestsOf: areStored ? { claim, turn: session.turn } : undefined,
    newSessions: answer.newCalls.map((begun) => ({
      ...toRow(given, begun, null, at, nothing),
      parentCallId: callId,
    })),
  });
  return stored || needsNoSession ? answer.xml : undefined;
}

/** Undefined when another request has answered the same callback meanwhile. */
async function answerOrRefuse(
  deps: CallbackDeps,
  { loaded, request, session, callId, flowKey, revision, claim }: Application,
): Promise<Finished | undefined> {
  try {
    const answering = loaded.answerer.answering(request, session, {
      address: documentAddress.bind(undefined, deps.settings.publicUrl, flowKey, revision),
      newSessionId: deps.newOrderedId,
      promptAddress: deps.prompts.address,
    });
    const { began, seed } = session.call;
    return await finishAnswer(deps, answering, { claim, turn: session.turn, began, seed });
  } catch (error) {
    if (error instanceof AnsweredMeanwhile) return undefined;
    if (error instanceof CallbackRefused) throw new CallbackRefused(error.message, callId);
    if (error instanceof AnswerError) throw new CallbackRefused(error.message, callId);
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new CallbackRefused(`a fault in the server: ${reason}`, callId);
  }
}

/** What a session keeps of the callback that made it what it is. */
type Last = Pick<SessionRow, "lastDocument" | "lastSite" | "lastAnswer">;

const nothing: Last = { lastDocument: null, lastSite: null, lastAnswer: null };

function lastOf({ document, site }: CallbackRequest, { xml }: Answer): Last {
  return { lastDocument: document, lastSite: site ?? null, lastAnswer: xml };
}

function toRow(
  given: Application,
  session: Session,
  callId: string | null,
  updatedAt: string,
  { lastDocument, lastSite, lastAnswer }: Last,
): SessionRow {
  return {
    id: session.id,
    flowId: given.flow.id,
    revision: given.revision,
    callId,
    parentCallId: given.parentCallId ?? null,
    turn: session.turn,
    values: JSON.stringify(session.values),
    caller: session.call.caller,
    dialed: session.call.dialed,
    began: session.call.began,
    seed: session.call.seed,
    known: JSON.stringify(given.known),
    lastDocument,
    lastSite,
    lastAnswer,
    updatedAt,
  };
}

function newCall(
  given: Application,
  id: string,
  pbxCall: string | undefined,
  at: string,
  said: Disposition | undefined,
): NewCall {
  // A placed call begins with what its parent knew; whom it reached only the PBX can tell.
  const { caller, dialed } = callFacts(given.request.parameters);
  return {
    id,
    flowId: given.flow.id,
    flowName: given.flow.name,
    revision: given.revision,
    direction: given.direction,
    caller,
    dialed,
    state: given.isOver ? "ended" : "active",
    startedAt: at,
    heardAt: at,
    endedAt: given.isOver ? at : null,
    reason: null,
    pbxCallId: pbxCall ?? null,
    parentCallId: given.parentCallId ?? null,
    disposition: said?.disposition ?? null,
    note: said?.note ?? null,
  };
}

function changes(before: Values, after: Values, secret: ReadonlySet<string>): Values {
  const changed = Object.entries(after).filter(([name, value]) => before[name] !== value && !isOwnVariable(name));
  return Object.fromEntries(changed.map(([name, value]) => [name, secret.has(name) ? mask : value]));
}
