import type { CallFacts, EntryKind } from "@ozflow/compiler";

/** Parameters of a notification by their names in lower case, from the query and the form together. */
export type Parameters = Readonly<Record<string, string>>;

/** Spellings in the manual, its samples and ListActiveCalls, the likeliest first (reference, open question 13). */
const callerNames = ["callerid", "caller", "source"];
const dialedNames = ["dialed", "callee", "destination", "originaldialednumber", "apiextension"];

/** Who calls whom, as far as the notification says. */
export function callFacts(parameters: Parameters): Pick<CallFacts, "caller" | "dialed"> {
  return { caller: firstOf(parameters, callerNames), dialed: firstOf(parameters, dialedNames) };
}

/** The PBX's own id of the call. */
export function pbxCallId(parameters: Parameters): string | undefined {
  return parameters["callid"] || undefined;
}

/** Where the PBX has put a recording that it tells of, as it writes it. */
export function recordingUrl(parameters: Parameters): string | undefined {
  return parameters["recordurl"]?.slice(0, 2000) || undefined;
}

/** "" when the PBX did not say. */
export function notificationName(parameters: Parameters): string {
  return parameters["notificationname"] ?? "";
}

/** The entry that each notification asks for, by its name in lower case (reference section 4). */
const entryKinds: Readonly<Record<string, EntryKind>> = {
  incomingcall: "incoming-call",
  callconnected: "outgoing-call",
  callchanged: "call-changed",
  routinginterception: "routing",
  incomingsms: "message-received",
  smsdeliveryreport: "delivery-report",
};

/** Which entry a notification asks for. One without a name, or with one we do not know, is taken for an incoming call. */
export function entryKind(parameters: Parameters): EntryKind {
  const name = notificationName(parameters).toLowerCase();
  return (Object.hasOwn(entryKinds, name) ? entryKinds[name] : undefined) ?? "incoming-call";
}

/** Does the reply run on a call of ours? The others tell of something, and are over when they are answered. */
export function bringsCall(kind: EntryKind): boolean {
  return kind === "incoming-call" || kind === "outgoing-call";
}

function firstOf(parameters: Parameters, names: readonly string[]): string {
  const name = names.find((one) => (parameters[one] ?? "") !== "");
  return name === undefined ? "" : (parameters[name] ?? "");
}
