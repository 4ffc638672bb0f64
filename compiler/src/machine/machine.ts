import type { FetchReply } from "../line/effects.ts";
import type { OzmlElement } from "../ozml/document.ts";
import { findCommand } from "../ozml/vocabulary.ts";
import type { PlacedCall, Running } from "./executor.ts";
import { notificationNames } from "./notification-names.ts";
import { createScript, isEmpty, type MachineOptions, type ScriptFacts } from "./script.ts";

export type { MachineOptions };

/** A call as the PBX brings it to us. */
export interface PbxCall {
  readonly notification: "IncomingCall" | "CallConnected";
  /** Asked first, by POST. */
  readonly url: string;
  /** The script itself, when the PBX was given it with the call (ResponseOzML). */
  readonly document?: string;
  readonly callId: string;
  readonly caller: string;
  readonly dialed: string;
  /** What the PBX puts under a $name before the script begins, such as `username` in a voicemail script. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Runs a call on an API extension as the PBX would: asks for OzML, runs it, asks for more, hangs up. */
export function* runCall(call: PbxCall, options: MachineOptions = {}): Running<void> {
  const script = createScript(factsOf(call, options), options);
  const { names } = script;
  const isAnswered = call.notification === "CallConnected";
  // Who was called has picked up before we are asked what to say to them.
  if (isAnswered) yield { effect: "answer" };
  const first: FetchReply =
    call.document === undefined
      ? yield* script.notify(call.url, call.notification, {
          [names.callerId]: call.caller,
          [names.dialed]: call.dialed,
        })
      : { status: 200, body: call.document };
  const commands = yield* script.read(first, call.url);
  if (commands === undefined) {
    yield { effect: "hang-up" };
    return;
  }
  const command = commands[0];
  if (!isAnswered && command !== undefined && findCommand(command.name)?.firstOnly === true) {
    yield* script.visit(command);
    yield { effect: "reject" };
    return;
  }
  if (!isAnswered) yield { effect: "answer" };
  yield* script.runAll(commands);
}

function factsOf(call: PbxCall, options: MachineOptions): ScriptFacts {
  let placedCalls = 0;
  return {
    context: "extension",
    url: call.url,
    callId: call.callId,
    extension: call.notification === "IncomingCall" ? call.dialed : call.caller,
    variables: call.variables,
    placed(placed) {
      placedCalls += 1;
      return runPlaced(placed, placed.callId ?? `${call.callId}-${placedCalls}`, call.url, options);
    },
  };
}

/** A call that was placed by a script, from when it is answered. */
function* runPlaced(placed: PlacedCall, callId: string, base: string, options: MachineOptions): Running<void> {
  const call: PbxCall = {
    notification: "CallConnected",
    url: placed.url ?? base,
    ...(placed.document === undefined ? {} : { document: placed.document }),
    callId,
    caller: placed.callerId,
    dialed: placed.number,
  };
  if (placed.commands === undefined) return yield* runCall(call, options);
  yield { effect: "answer" };
  yield* createScript(factsOf(call, options), options).runAll(placed.commands);
}

/** Something the PBX tells of that is no call on an API extension. */
export interface PbxNotification {
  /** CallChanged, or RecordCompleted of a third party; IncomingSMS and SMSDeliveryReport hold no call. */
  readonly notification: "CallChanged" | "RecordCompleted" | "IncomingSMS" | "SMSDeliveryReport";
  readonly url: string;
  /** The call that it is about. */
  readonly callId?: string;
  /** Further parameters, by the names of {@link notificationNames}. */
  readonly parameters: Readonly<Partial<Record<keyof typeof notificationNames, string>>>;
}

/**
 * Tells a URL what happened and runs what it answers, if it answers anything. At the end of the document nothing is hung
 * up: a call between two others simply goes on (inferred; reference, section 2).
 */
export function* runNotification(told: PbxNotification, options: MachineOptions = {}): Running<void> {
  const holdsCall = told.notification === "CallChanged" || told.notification === "RecordCompleted";
  const script = createScript(
    {
      context: holdsCall ? "third-party" : "no-call",
      url: told.url,
      callId: told.callId,
      extension: "",
      placed: (placed) => runPlaced(placed, placed.callId ?? "1", told.url, options),
    },
    options,
  );
  const reply = yield* script.notify(told.url, told.notification, named(told.parameters, options));
  if (isEmpty(reply)) return;
  const commands = yield* script.read(reply, told.url);
  if (commands !== undefined) yield* script.runAll(commands);
}

/** Runs commands that the PBX was given and that are about no call, such as the Request of its HTTP API. */
export function* runCommands(commands: readonly OzmlElement[], options: MachineOptions = {}): Running<void> {
  const script = createScript(
    {
      context: "no-call",
      url: "",
      extension: "",
      placed: (placed) => runPlaced(placed, placed.callId ?? "1", "", options),
    },
    options,
  );
  yield* script.runAll(commands);
}

/** A call that is being routed: before it rings, and again after each attempt. All documented (p_4201, p_4695). */
export interface RoutedCall {
  readonly url: string;
  readonly callerId: string;
  readonly callerExtension: string;
  readonly originalDialed: string;
  readonly lastDialed: string;
  readonly lastExtension: string;
  readonly lastState: "Calling" | "NoAnswer" | "Busy" | "NotFound" | "Error";
}

/** Where a call goes. `target`: an extension or the name of an outside line; "": the caller is rejected. */
export interface RouteDecision {
  readonly target: string;
  readonly ringSeconds: number;
  readonly callerId?: string;
  readonly dialedNumber?: string;
}

/** Seconds that a destination rings when Route does not say (p_4594). */
const defaultRingSeconds = 90;

/** Asks where a call goes. Undefined: the dial plan decides. */
export function* runRouting(call: RoutedCall, options: MachineOptions = {}): Running<RouteDecision | undefined> {
  const { url, ...parameters } = call;
  const script = createScript({ context: "routing", url, extension: "", placed: function* () {} }, options);
  const { callerId: routedCallerId, ...rest } = parameters;
  const reply = yield* script.notify(url, "RoutingInterception", named({ routedCallerId, ...rest }, options));
  if (isEmpty(reply)) return undefined;
  const commands = yield* script.read(reply, url);
  if (commands === undefined) return undefined;
  let decision: RouteDecision | undefined;
  const running = script.runAll(commands);
  // The first Route decides; what follows it is too late.
  for (let next = running.next(); !next.done && decision === undefined; ) {
    const effect = next.value;
    if (effect.effect === "route") decision = { ringSeconds: defaultRingSeconds, ...withoutName(effect) };
    next = running.next(yield effect);
  }
  return decision;
}

function withoutName<Effect extends { readonly effect: string }>({
  effect: _,
  ...rest
}: Effect): Omit<Effect, "effect"> {
  return rest;
}

function named(parameters: PbxNotification["parameters"], { names }: MachineOptions): Readonly<Record<string, string>> {
  const known: Readonly<Record<string, string>> = { ...notificationNames, ...names };
  return Object.fromEntries(Object.entries(parameters).map(([key, value]) => [known[key] ?? key, value]));
}
