import { type CallFacts, noCallFacts } from "../expressions/expressions.ts";
import type { CallerScript } from "../line/caller-script.ts";
import type { Conversation, FetchReply } from "../line/effects.ts";
import { ScriptedLine, type World } from "../line/scripted-line.ts";
import type { Transcript } from "../line/transcript.ts";
import type { Dialect } from "../machine/dialect.ts";
import { type MachineOptions, runCall, runNotification, runRouting } from "../machine/machine.ts";
import type { OzmlRead } from "../ozml/document.ts";
import { readOzml } from "../ozml/reader.ts";
import { type Answer, AnswerError, type Answerer, type Session } from "../runtime/answer.ts";
import type { EntryKind } from "../steps/definition.ts";

/** A call to be simulated. Nothing in it is random and nothing asks the clock: the same call gives the same transcript. */
export interface SimulatedCall {
  readonly entry: EntryKind;
  readonly caller: CallerScript;
  readonly world?: World;
  /** What is not given is as in `noCallFacts`. */
  readonly facts?: Partial<CallFacts>;
  readonly given?: Readonly<Record<string, string>>;
  /** What the notification says beside caller and dialled number. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly dialect?: Dialect;
}

/** One callback of a simulated call, as the server would have answered it. */
export interface SimulatedCallback {
  readonly document: string;
  readonly notification: string;
  readonly answer: Answer;
}

export interface Simulated {
  readonly transcript: Transcript;
  readonly callbacks: readonly SimulatedCallback[];
}

/** Where simulated programs are asked; other addresses are those of the world around. */
export const programUrl = "http://ozflow.example/";

/** The notification that brings each entry, and whether the PBX runs the reply on a call of ours. */
const notifications = {
  "incoming-call": "IncomingCall",
  "outgoing-call": "CallConnected",
  "call-changed": "CallChanged",
  routing: "RoutingInterception",
  "message-received": "IncomingSMS",
  "delivery-report": "SMSDeliveryReport",
} as const satisfies Readonly<Record<EntryKind, string>>;

export function holdsCallOfOurs(entry: EntryKind): entry is "incoming-call" | "outgoing-call" {
  return entry === "incoming-call" || entry === "outgoing-call";
}

/** Simulations play the same documents over and over: the last ones read are remembered, and are never changed. */
const remembered = new Map<string, OzmlRead>();
/** Characters of all of them together; a tree takes some ten times as many bytes. */
const maxRemembered = 4_000_000;
let rememberedCharacters = 0;

function readAgain(xml: string): OzmlRead {
  const known = remembered.get(xml);
  if (known !== undefined) return known;
  if (rememberedCharacters > maxRemembered) {
    remembered.clear();
    rememberedCharacters = 0;
  }
  const read = readOzml(xml);
  remembered.set(xml, read);
  rememberedCharacters += xml.length;
  return read;
}

/**
 * Runs a compiled program as it will be run: the machine gets the very documents the PBX would get, from the very code
 * that answers it. Only the wire between the two is missing.
 */
export function simulateProgram(answerer: Answerer, call: SimulatedCall): Simulated {
  const facts = { ...noCallFacts, ...call.facts };
  const sessions = new Map<string, Session>([["1", answerer.begin("1", facts, call.given)]]);
  const { caller, dialed } = facts;
  const callbacks: SimulatedCallback[] = [];
  const handlers = new Set(Object.keys(answerer.program.handlers));
  let lastSession = 1;

  const fetch: NonNullable<World["fetch"]> = (request, http): FetchReply => {
    const url = new URL(request.url);
    const asksUs = request.url.startsWith(programUrl) && handlers.has(documentOf(url));
    if (!asksUs)
      return call.world?.fetch?.(request, http) ?? { status: 0, body: "there is no web server in this simulation" };
    const session = sessions.get(url.searchParams.get("s") ?? "1");
    if (session === undefined) return { status: 404, body: "no such session" };
    const site = url.searchParams.get("p");
    const parameters = Object.entries(request.form).map(([name, value]) => [name.toLowerCase(), value]);
    try {
      const answer = answerer.answer(
        {
          document: documentOf(url),
          ...(site === null ? {} : { site: Number(site) }),
          parameters: Object.fromEntries(parameters),
        },
        session,
        {
          address: (target) => `${programUrl}${target.document}?s=${target.session}&t=${target.turn}&p=${target.site}`,
          newSessionId() {
            lastSession += 1;
            return String(lastSession);
          },
        },
        (asked) => http(asked.request),
      );
      for (const changed of [answer.session, ...answer.newCalls]) sessions.set(changed.id, changed);
      callbacks.push({ document: answer.document, notification: request.form["NotificationName"] ?? "", answer });
      return { status: 200, body: answer.xml };
    } catch (error) {
      if (error instanceof AnswerError) return { status: 500, body: error.message };
      throw error;
    }
  };

  const line = new ScriptedLine(call.caller, { ...call.world, fetch });
  const url = `${programUrl}${answerer.entry(call.entry) ?? ""}`;
  const options = { read: readAgain, ...(call.dialect === undefined ? {} : { dialect: call.dialect }) };
  const transcript = holdsCallOfOurs(call.entry)
    ? line.run(runCall({ notification: notifications[call.entry], url, callId: "call-1", caller, dialed }, options))
    : line.follow(runTold(call.entry, url, call.parameters ?? {}, options));
  return { transcript, callbacks };
}

/** Tells the program of something that is no call of ours and runs what it answers. */
function* runTold(
  entry: Exclude<EntryKind, "incoming-call" | "outgoing-call">,
  url: string,
  parameters: Readonly<Record<string, string>>,
  options: MachineOptions,
): Conversation {
  if (entry !== "routing") {
    yield* runNotification({ notification: notifications[entry], url, callId: "call-1", parameters }, options);
    return;
  }
  const given = (name: string) =>
    Object.entries(parameters).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1] ?? "";
  const call = {
    url,
    callerId: given("CallerID"),
    callerExtension: given("CallerExtension"),
    originalDialed: given("OriginalDialedNumber"),
    lastDialed: given("LastDialedNumber"),
    lastExtension: given("LastCalledExtension"),
    lastState: routingStates.find((state) => state === given("LastCallState")) ?? "Calling",
  };
  yield* runRouting(call, options);
}

const routingStates = ["Calling", "NoAnswer", "Busy", "NotFound", "Error"] as const;

function documentOf(url: URL): string {
  return decodeURIComponent(url.pathname.slice(1));
}
