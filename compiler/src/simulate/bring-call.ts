import { noCallFacts } from "../expressions/expressions.ts";
import type { Conversation } from "../line/effects.ts";
import { type MachineOptions, runCall, runNotification, runRouting } from "../machine/machine.ts";
import type { OzmlRead } from "../ozml/document.ts";
import { readOzml } from "../ozml/reader.ts";
import type { EntryKind } from "../steps/definition.ts";
import type { CallToProgram } from "./serve-program.ts";

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

/** What the PBX does with a call whose first document lies at this address. */
export function bringCall(url: string, { entry, facts, parameters = {}, dialect }: CallToProgram): Conversation {
  const options = { read: readAgain, ...(dialect === undefined ? {} : { dialect }) };
  if (!holdsCallOfOurs(entry)) return runTold(entry, url, parameters, options);
  const { caller, dialed } = { ...noCallFacts, ...facts };
  return runCall({ notification: notifications[entry], url, callId: "call-1", caller, dialed }, options);
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
