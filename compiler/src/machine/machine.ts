import type { FetchReply, Reply } from "../line/effects.ts";
import { attribute, type OzmlElement, type OzmlRead, sameName } from "../ozml/document.ts";
import { readOzml } from "../ozml/reader.ts";
import { findCommand } from "../ozml/vocabulary.ts";
import { executors } from "./commands/index.ts";
import { type Dialect, recommendedDialect } from "./dialect.ts";
import type { Flow, Listening, Machine, Running } from "./executor.ts";

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
}

export interface MachineOptions {
  readonly dialect?: Dialect;
  /** Told of each document before it runs; the simulator shows it. */
  readonly onDocument?: (xml: string, url: string) => void;
  /** Reads a document; whoever runs the same call many times can remember what it read. */
  readonly read?: (xml: string) => OzmlRead;
}

/**
 * Replies inside replies: how many a PBX bears is not written. Deeper ones replace the script, which is the same for
 * every document that ends explicitly.
 */
const maxNestedReplies = 40;

/**
 * Runs a call as the PBX would: asks for OzML, runs it, asks for more. It knows documents and nothing of flows.
 * Visits are reported as numbers of start tags of the document that is running.
 */
export function* runCall(call: PbxCall, options: MachineOptions = {}): Running<void> {
  const dialect = options.dialect ?? recommendedDialect;
  const variables = new Map<string, string>();
  let currentUrl = call.url;
  let placedCalls = 0;
  let nested = 0;
  /** A reply that takes the place of everything that was still to run. */
  let replacement: { readonly commands: readonly OzmlElement[]; readonly url: string } | undefined;

  const machine: Machine = {
    dialect,
    text(element, ...parameters) {
      const given = attribute(element, ...parameters);
      return resolve(element.text.trim() === "" && given !== undefined ? given : element.text);
    },
    parameter(element, ...names) {
      const value = attribute(element, ...names);
      return value === undefined || value === "" ? undefined : resolve(value);
    },
    run,
    *request(url, notification, parameters, replaces = false) {
      const target = absolute(url);
      const commands = yield* read(yield* machine.notify(url, notification, parameters), target);
      if (commands === undefined) return "over";
      if (replaces || nested >= maxNestedReplies) {
        replacement = { commands, url: target };
        return "over";
      }
      const before = currentUrl;
      currentUrl = target;
      nested += 1;
      const after = yield* run(commands);
      nested -= 1;
      currentUrl = before;
      return after;
    },
    *notify(url, notification, parameters) {
      const form = { NotificationName: notification, CallId: call.callId, ...parameters };
      const { response }: Reply = yield { effect: "fetch", url: absolute(url), form };
      return response ?? { status: 0, body: "no answer" };
    },
    connected(url) {
      placedCalls += 1;
      const callId = `${call.callId}-${placedCalls}`;
      return runCall({ ...call, notification: "CallConnected", url: absolute(url), callId }, options);
    },
    setVariable: (name, value) => variables.set(name.toLowerCase(), value),
  };

  /** A document that cannot be had or read hangs the call up: stated for Call, taken for all (open question 12). */
  function* read(reply: FetchReply, url: string): Running<readonly OzmlElement[] | undefined> {
    const { root, warnings } = (options.read ?? readOzml)(reply.status === 200 ? reply.body : "");
    if (root === undefined) {
      const why =
        reply.status === 200
          ? "is no OzML"
          : reply.status === 0
            ? `cannot be had: ${reply.body}`
            : `answers ${reply.status}`;
      yield { effect: "fault", message: `${url} ${why}` };
      yield { effect: "hang-up" };
      return undefined;
    }
    for (const { message, line, column } of warnings) {
      yield { effect: "fault", message: `${url}, line ${line}, column ${column}: ${message}` };
    }
    options.onDocument?.(reply.body, url);
    return sameName(root.name, "Response") || sameName(root.name, "OzML") ? root.children : [root];
  }

  function* run(commands: readonly OzmlElement[], listening?: Listening): Running<Flow> {
    for (const element of commands) {
      if (listening?.stopped() === true) return "next";
      const after = yield* runCommand(element, listening);
      if (after !== "next") return after;
    }
    return "next";
  }

  function* runCommand(element: OzmlElement, listening?: Listening): Running<Flow> {
    const command = findCommand(element.name);
    const execute = command === undefined ? undefined : executors[command.name as keyof typeof executors];
    if (execute === undefined) {
      yield { effect: "fault", message: `<${element.name}> is not run here and was passed over` };
      return "next";
    }
    yield { effect: "visit", step: String(element.index) };
    const running = execute(element, machine);
    if (listening === undefined) return yield* running;
    // While a prompt plays, its sounds listen for keys.
    let next = running.next();
    while (!next.done) {
      const effect = next.value;
      const sounds = effect.effect === "speak" || effect.effect === "play" || effect.effect === "pause";
      next = running.next(sounds ? yield* listening.play(effect) : yield effect);
    }
    return next.value;
  }

  function resolve(text: string): string {
    // An unknown variable stays as it is (open question 15).
    return text.replace(/\$([A-Za-z_]\w*)/g, (found, name: string) => variables.get(name.toLowerCase()) ?? found);
  }

  function absolute(url: string): string {
    return URL.canParse(url, currentUrl) ? new URL(url, currentUrl).href : url;
  }

  const first: FetchReply =
    call.document === undefined
      ? yield* machine.notify(call.url, call.notification, { CallerId: call.caller, Dialed: call.dialed })
      : { status: 200, body: call.document };
  const commands = yield* read(first, call.url);
  if (commands === undefined) return;
  if (call.notification === "IncomingCall") {
    const command = commands[0];
    if (command !== undefined && findCommand(command.name)?.firstOnly === true) {
      yield { effect: "visit", step: String(command.index) };
      yield { effect: "reject" };
      return;
    }
  }
  yield { effect: "answer" };
  yield* run(commands);
  while (replacement !== undefined) {
    const { commands: next, url } = replacement;
    replacement = undefined;
    nested = 0;
    currentUrl = url;
    yield* run(next);
  }
}
