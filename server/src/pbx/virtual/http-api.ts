import { findCommand } from "@ozflow/compiler";
import { Hono } from "hono";
import type { Parameters } from "../../notification.ts";
import { readParameters } from "../../read-parameters.ts";
import { reply, success } from "./api-reply.ts";
import type { VirtualCall } from "./virtual-call.ts";
import type { VirtualPbx } from "./virtual-pbx.ts";

export interface VirtualApiOptions {
  readonly pbx: VirtualPbx;
  /** Who may use the API; anybody when absent. */
  readonly user?: { readonly name: string; readonly password: string };
  /** The API extensions there are; any name counts when absent. */
  readonly apiExtensions?: readonly string[];
  readonly now: () => Date;
}

/** The HTTP API of the virtual PBX: `/api` as in the newer generation, `/` as in the older one, GET and POST. */
export function createVirtualApi(options: VirtualApiOptions): Hono {
  const api = new Hono();
  api.onError((error, context) => context.body(reply(300, error.message), 200, xml));
  for (const path of ["/api", "/"]) {
    api.on(["GET", "POST"], path, async (context) => {
      const parameters = await readParameters(context);
      return context.body(refuseUser(options, parameters) ?? run(options, parameters), 200, xml);
    });
  }
  return api;
}

/** The status is always 200, also for errors (reference, section 5). */
const xml = { "Content-Type": "application/xml" };

type Command = (options: VirtualApiOptions, parameters: Parameters) => string;

/** The commands that are run here; the rest of the API is not. */
const commands: Readonly<Record<string, Command>> = { Call: call, Hangup: hangUp, ListActiveCalls: listActiveCalls };

function run(options: VirtualApiOptions, parameters: Parameters): string {
  const asked = parameters["command"] ?? "";
  const entry = findCommand(asked);
  const command = entry === undefined ? undefined : commands[entry.name];
  if (command !== undefined) return command(options, parameters);
  return entry === undefined || entry.usableIn.includes("api")
    ? reply(301, `Not implemented command: '${asked}'`)
    : reply(303, `Command '${entry.name}' cannot be used here`);
}

function refuseUser({ user }: VirtualApiOptions, parameters: Parameters): string | undefined {
  if (user === undefined) return undefined;
  const { username = "", password = "" } = parameters;
  if (username === "" || password === "") return reply(304, "Authentication required");
  if (username === user.name && password === user.password) return undefined;
  return reply(305, "Authentication failed, bad username or password");
}

function call({ pbx, apiExtensions }: VirtualApiOptions, parameters: Parameters): string {
  const dialed = parameters["dialed"] || parameters["dialled"] || "";
  if (dialed === "") return missing("Dialed", "Call");
  for (const name of ["Url", "ErrorUrl", "FinishedUrl"]) {
    if (parameters[name.toLowerCase()] && !URL.canParse(parameters[name.toLowerCase()] ?? ""))
      return missing(name, "Call");
  }
  const ringTime = parameters["ringtime"] || undefined;
  if (ringTime !== undefined && !/^[1-9]\d*$/.test(ringTime)) return missing("RingTime", "Call");
  const extension = parameters["apiextension"] ?? "";
  if (apiExtensions !== undefined && !apiExtensions.includes(extension)) {
    return reply(401, `API extension '${extension}' unavailable, please check configuration or permissions`);
  }
  pbx.placeOutgoingCall({
    dialed,
    callerId: parameters["callerid"] || extension,
    url: parameters["url"] || undefined,
    responseOzml: parameters["responseozml"] || undefined,
    errorUrl: parameters["errorurl"] || undefined,
    finishedUrl: parameters["finishedurl"] || undefined,
  });
  return success();
}

function hangUp({ pbx }: VirtualApiOptions, parameters: Parameters): string {
  const id = parameters["callid"] ?? "";
  if (id === "") return missing("CallId", "Hangup");
  const found = pbx.findCall(id);
  if (found === undefined || found.isOver) return reply(601, `Call not found with ID '${id}'`);
  found.hangUp("flow");
  return success();
}

function listActiveCalls({ pbx, now }: VirtualApiOptions): string {
  return success([{ name: "ActiveCalls", content: pbx.activeCalls().map((one) => describe(one, now())) }]);
}

function describe({ facts, state, answeredAt }: VirtualCall, now: Date) {
  const until = answeredAt ?? now;
  const seconds = (from: Date, to: Date) => ((to.getTime() - from.getTime()) / 1000).toFixed(3);
  const fields = {
    CallId: facts.id,
    Source: facts.source,
    CallerId: facts.callerId,
    Destination: facts.destination,
    CallerDialed: facts.destination,
    CalleeDialed: facts.destination,
    StartTime: facts.startedAt.toISOString().slice(0, 19).replace("T", " "),
    RingDuration: seconds(facts.startedAt, until),
    TalkDuration: answeredAt === undefined ? "0.000" : seconds(answeredAt, now),
    CallState: state,
  };
  return { name: "Call", content: Object.entries(fields).map(([name, content]) => ({ name, content })) };
}

function missing(parameter: string, command: string): string {
  return reply(302, `Missing or invalid parameter '${parameter}' for command '${command}'`);
}
