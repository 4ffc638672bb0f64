import type { IncomingMessage, ServerResponse } from "node:http";
import { addressBehind } from "../api/client-address.ts";
import { isPacked } from "../api/packed-body.ts";
import { readBody, TooLarge } from "../api/read-body.ts";
import { requestIdHeader, requestIdOf } from "../api/request-id.ts";
import type { CallbackAddress } from "../callback/callback-address.ts";
import { emptyDocument } from "../callback/fallback-document.ts";
import { parametersOf } from "../callback/read-parameters.ts";
import type { Deps } from "../deps.ts";
import { TooLate, within } from "../operations/deadline.ts";
import { answerCallback } from "../use-cases/callbacks/answer-callback.ts";
import { CallbackRefused } from "../use-cases/callbacks/callback-refused.ts";
import { endCall } from "../use-cases/callbacks/end-call.ts";

/** Bytes. A notification is a few hundred; a recording comes as an address. */
const maxBody = 64 * 1024;

/** Query parameters that are ours; a flow's variables may have the same names. */
const ownParameters = ["s", "t", "p"];

const methods = new Set(["GET", "HEAD", "POST"]);

/** A callback that has arrived. */
interface Arrived {
  readonly address: CallbackAddress;
  readonly incoming: IncomingMessage;
  /** Where it came from. */
  readonly from: string;
  /** Names it in the log. */
  readonly request: string;
}

/**
 * Answers what the PBX asks below `/c/`. Whatever happens, the status is 200 and the body is OzML. It stands on Node's own
 * server: a web standard's request and response of each callback take longer to make than its answer.
 */
export function callbackRoutes(deps: Deps) {
  return async (address: CallbackAddress, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { headers, socket } = incoming;
    const from = addressBehind(socket.remoteAddress ?? "here", header(headers["x-forwarded-for"]), deps.settings);
    const arrived = { address, incoming, from, request: requestIdOf(header(headers["x-request-id"])) };
    send(outgoing, arrived, await documentFor(deps, arrived));
  };
}

/** Never rejects. */
async function documentFor(deps: Deps, arrived: Arrived): Promise<string> {
  const { overload, rates, metrics, log } = deps;
  const { request } = arrived;
  const { asks, flowKey, shown } = arrived.address;
  const isOnTheLine = asks.for === "next-document" || asks.for === "end";
  if (!overload.admit(isOnTheLine ? "running-call" : "new-call")) {
    return shed(deps, arrived, "the server has more to do than it can");
  }
  if (!rates.callbacks.take(flowKey)) {
    overload.done();
    return shed(deps, arrived, "the address is asked more often than CALLBACKS_PER_SECOND allows");
  }
  const stopwatch = metrics.callbackSeconds.startTimer();
  try {
    return await answer(deps, arrived);
  } catch (error) {
    return apologize(deps, arrived, kindOf(error), error instanceof Error ? error.message : String(error));
  } finally {
    overload.done();
    log.debug("A callback was answered", { request, path: shown, seconds: stopwatch() });
  }
}

async function answer(deps: Deps, arrived: Arrived): Promise<string> {
  const { incoming, from, request } = arrived;
  const { asks, query, flowKey } = arrived.address;
  const { headers, method = "" } = incoming;
  if (!deps.guards.letsIn(from)) throw new CallbackRefused(`callbacks from ${from} are not taken`);
  if (isPacked(headers["content-encoding"])) throw new CallbackRefused("the body of the request is compressed");
  const bytes = method === "POST" ? await readBody(incoming, maxBody) : undefined;
  const parameters = await parametersOf(query, bytes && { type: headers["content-type"], bytes });
  if (asks.for === "nothing" || !methods.has(method)) throw new CallbackRefused("no flow has such an address");
  if (asks.for === "new-call") return await answerCallback(deps, { flowKey, parameters, address: from, request });
  for (const name of ownParameters) delete parameters[name];
  if (asks.for === "next-document") {
    return await answerCallback(deps, { flowKey, place: asks.place, parameters, address: from, request });
  }
  await within(deps.settings.callbackSeconds, endCall(deps, { ...asks, parameters }));
  return emptyDocument;
}

type Kind = "refused" | "late" | "fault" | "overload";

function kindOf(error: unknown): Kind {
  if (error instanceof CallbackRefused || error instanceof TooLarge) return "refused";
  return error instanceof TooLate ? "late" : "fault";
}

function shed(deps: Deps, arrived: Arrived, reason: string): string {
  deps.metrics.callbacks.inc({ outcome: "shed" });
  return apologize(deps, arrived, "overload", reason);
}

function apologize(deps: Deps, { request, address: { shown, flowKey } }: Arrived, kind: Kind, reason: string): string {
  deps.log.error("A caller got the fallback document", { request, reason, path: shown });
  deps.metrics.fallbacks.inc({ reason: kind });
  return deps.fallbacks.known(flowKey);
}

function send(outgoing: ServerResponse, { incoming, request }: Arrived, xml: string): void {
  // What was not read of a body stands before whatever would come next on the connection.
  if (!incoming.complete) outgoing.setHeader("Connection", "close");
  outgoing.writeHead(200, {
    [requestIdHeader]: request,
    "Content-Type": "application/xml; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Length": Buffer.byteLength(xml),
  });
  outgoing.end(xml);
}

/** Headers that come several times are one, as the types do not know. */
function header(given: string | string[] | undefined): string | undefined {
  return given?.toString();
}
