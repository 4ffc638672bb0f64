import { child, findCommand, type Generation, type OzmlElement, sameName } from "@ozflow/compiler";
import type { ActiveCall, PbxDriver, StartCall } from "./driver.ts";
import { askPbx } from "./ozeki-request.ts";

export interface OzekiOptions {
  /** `http://HOST:9509` (newer) or `http://HOST:7780` (older), without path. */
  readonly url: string;
  readonly generation: Generation;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly timeoutMs?: number;
}

/** The HTTP API of an Ozeki phone system (reference, section 5), of either generation. */
export function createOzekiPbx(options: OzekiOptions): PbxDriver {
  return {
    async startCall(call) {
      const reply = await send("Call", callParameters(call));
      const callId = textOf(reply, "CallId");
      return callId === "" ? {} : { callId };
    },
    async hangUp(callId) {
      await send("Hangup", { CallId: callId });
    },
    async listActiveCalls() {
      const reply = await send("ListActiveCalls", {});
      const entries = child(reply, "ActiveCalls")?.children ?? [];
      // Call in the newer generation, CallInfo in the older one.
      return entries.filter((one) => sameName(one.name, "Call") || sameName(one.name, "CallInfo")).map(readActiveCall);
    },
  };

  function send(command: string, parameters: Readonly<Record<string, string | undefined>>): Promise<OzmlElement> {
    const { user, password, generation } = options;
    const known = findCommand(command)?.parameters ?? [];
    const ofOtherGeneration = new Set(
      known.filter((one) => (one.generation ?? generation) !== generation).map((one) => one.name),
    );
    const query = new URLSearchParams({ command });
    for (const [name, value] of Object.entries({ ...parameters, Username: user, Password: password })) {
      if (value !== undefined && value !== "" && !ofOtherGeneration.has(name)) query.append(name, value);
    }
    return askPbx(addressOf(options, query), options.timeoutMs);
  }
}

/** `command` comes first in every example of the manual. */
function addressOf({ url, generation }: OzekiOptions, query: URLSearchParams): string {
  return `${url.replace(/\/+$/, "")}/${generation === "new" ? "api" : ""}?${query}`;
}

function callParameters(call: StartCall): Readonly<Record<string, string | undefined>> {
  return {
    Dialed: call.dialed,
    ApiExtension: call.apiExtension,
    CallerId: call.callerId,
    CallerDisplayName: call.callerDisplayName,
    Url: call.url,
    ResponseOzML: call.responseOzml,
    ErrorUrl: call.errorUrl,
    FinishedUrl: call.finishedUrl,
    RingTime: call.ringSeconds?.toString(),
  };
}

function readActiveCall(element: OzmlElement): ActiveCall {
  return {
    callId: textOf(element, "CallId"),
    source: textOf(element, "Source"),
    callerId: textOf(element, "CallerId"),
    destination: textOf(element, "Destination"),
    startTime: textOf(element, "StartTime"),
    ringSeconds: Number(textOf(element, "RingDuration")) || 0,
    talkSeconds: Number(textOf(element, "TalkDuration")) || 0,
    callState: textOf(element, "CallState"),
  };
}

function textOf(element: OzmlElement, name: string): string {
  return child(element, name)?.text.trim() ?? "";
}
