import type { Values } from "@ozflow/compiler";
import { said } from "@ozflow/compiler";
import { type CallState, isOver } from "../../call-state.ts";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../refusal.ts";
import type { CallFilter, FoundRecording, Place } from "../../store/call-search.ts";
import type { Call, CallbackRow } from "../../store/call-store.ts";
import type { RequestMade } from "../callbacks/finish-answer.ts";

type LookDeps = Pick<Deps, "store" | "clock">;

interface VisitedStep {
  readonly id: string;
  readonly label: string;
}

export interface CallView {
  readonly id: string;
  readonly flow: string;
  readonly flowName: string;
  readonly revision: number;
  readonly direction: "incoming" | "outgoing";
  readonly caller: string;
  readonly dialed: string;
  readonly state: CallState;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly reason: string | null;
  /** What the flow said of it last. */
  readonly disposition: string | null;
  readonly note: string | null;
  /** In the order the call came to them; a step twice in a row is there once. */
  readonly steps: readonly VisitedStep[];
}

export interface CallbackView {
  readonly at: string;
  readonly document: string;
  readonly notification: string;
  readonly path: readonly VisitedStep[];
  readonly changed: Values;
  /** Where the recording lies that the phone system told of. */
  readonly recording: string | null;
  readonly requests: readonly RequestView[];
}

/** What a web server was asked: see `RequestMade`. */
type RequestView = Omit<RequestMade, "step"> & { readonly step: VisitedStep };

/** Which calls, from where on, and how many of them. */
export interface AskedCalls {
  readonly filter: Omit<CallFilter, "quietSince">;
  readonly before: Place | undefined;
  readonly limit: number;
}

/** The newest first; `next` is where older ones begin, null when there are none. */
export async function listCalls(
  { store, clock }: LookDeps,
  { filter, before, limit }: AskedCalls,
): Promise<{ readonly calls: readonly CallView[]; readonly next: Place | null }> {
  const asked = { ...filter, quietSince: quietSince(clock) };
  const found = await store.callSearch.calls(asked, before, limit + 1);
  const calls = found.slice(0, limit);
  const callbacks = await store.calls.callbacksOf(calls.map((call) => call.id));
  const ofCall = new Map<string, CallbackRow[]>(calls.map((call) => [call.id, []]));
  for (const callback of callbacks) ofCall.get(callback.callId)?.push(callback);
  return {
    calls: calls.map((call) => viewCall(call, ofCall.get(call.id) ?? [], clock.now())),
    next: nextPlace(found, limit, (call) => call.startedAt),
  };
}

/** Every disposition that some call of the flow has, or of any flow, in the order of the alphabet. */
export async function listDispositions({ store }: LookDeps, flow: string | undefined): Promise<readonly string[]> {
  return (await store.callSearch.dispositions(flow)).sort((a, b) => a.localeCompare(b, "en"));
}

/** Recordings of these calls that the phone system told of, the newest first. */
export async function listRecordings(
  { store, clock }: LookDeps,
  { filter, before, limit }: AskedCalls,
): Promise<{ readonly recordings: readonly FoundRecording[]; readonly next: Place | null }> {
  const found = await store.callSearch.recordings({ ...filter, quietSince: quietSince(clock) }, before, limit + 1);
  return { recordings: found.slice(0, limit), next: nextPlace(found, limit, (recording) => recording.at) };
}

export async function getCall(
  { store, clock }: LookDeps,
  id: string,
): Promise<CallView & { readonly callbacks: readonly CallbackView[] }> {
  const call = await store.calls.find(id);
  if (call === undefined) throw new Refusal("not-found", said`There is no such call.`);
  const [callbacks, recordings] = await Promise.all([store.calls.callbacksOf([id]), store.calls.recordingsOf(id)]);
  const urls = new Map(recordings.map(({ turn, url }) => [turn, url]));
  return {
    ...viewCall(call, callbacks, clock.now()),
    callbacks: callbacks.map((callback) => viewCallback(callback, urls.get(callback.turn) ?? null)),
  };
}

/** A PBX tells the end only of calls that we started; any other is taken for over when it has been quiet for so long. */
export const quietMs = 3_600_000;

function quietSince(clock: Deps["clock"]): string {
  return new Date(clock.now().getTime() - quietMs).toISOString();
}

/** One row more than the limit was asked for: when it came, the last of the limit is where the next page begins. */
function nextPlace<Row extends { readonly id: string }>(
  found: readonly Row[],
  limit: number,
  at: (row: Row) => string,
): Place | null {
  const last = found.length > limit ? found[limit - 1] : undefined;
  return last === undefined ? null : { at: at(last), id: last.id };
}

function viewCall(call: Call, callbacks: readonly CallbackRow[], now: Date): CallView {
  const isQuiet = !isOver(call.state) && now.getTime() - Date.parse(call.heardAt) > quietMs;
  return {
    id: call.id,
    flow: call.flowId,
    flowName: call.flowName,
    revision: call.revision,
    direction: call.direction,
    caller: call.caller,
    dialed: call.dialed,
    state: isQuiet ? "ended" : call.state,
    startedAt: call.startedAt,
    endedAt: isQuiet ? call.heardAt : call.endedAt,
    reason: isQuiet ? "The phone system said nothing more of this call." : call.reason,
    disposition: call.disposition,
    note: call.note,
    steps: wayOf(callbacks),
  };
}

/** A step that goes on behind a callback (a second try, say) is told by both, and is one stop on the way. */
function wayOf(callbacks: readonly CallbackRow[]): readonly VisitedStep[] {
  const told = callbacks.flatMap((one) => readSteps(one.path));
  const all = [...told, ...readSteps(callbacks.at(-1)?.ahead ?? "[]")];
  return all.filter((step, at) => step.id !== all[at - 1]?.id);
}

function viewCallback(row: CallbackRow, recording: string | null): CallbackView {
  const { at, document, notification } = row;
  // Written by `applyCallback`.
  const changed = JSON.parse(row.changed) as Values;
  const requests = JSON.parse(row.requests) as readonly RequestView[];
  return { at, document, notification, path: readSteps(row.path), changed, recording, requests };
}

function readSteps(json: string): readonly VisitedStep[] {
  // Written by `applyCallback`.
  return JSON.parse(json) as readonly VisitedStep[];
}
