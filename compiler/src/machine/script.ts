import { type Conversation, type FetchReply, isSound, type Reply } from "../line/effects.ts";
import { attribute, type OzmlElement, type OzmlRead, sameName } from "../ozml/document.ts";
import { readOzml } from "../ozml/reader.ts";
import { type CommandEntry, findCommand } from "../ozml/vocabulary.ts";
import { type Said, said } from "../words/said.ts";
import { executors, needsCall } from "./commands/index.ts";
import { type Dialect, recommendedDialect } from "./dialect.ts";
import type { Flow, Listening, Machine, PlacedCall, Running, ScriptContext } from "./executor.ts";
import { Memory } from "./memory.ts";
import { type NotificationNames, notificationNames } from "./notification-names.ts";

export interface MachineOptions {
  readonly dialect?: Dialect;
  /** What the parameters of notifications are called, where not as inferred. Open question 13. */
  readonly names?: Partial<NotificationNames>;
  /** Told of each document before it runs; the simulator shows it. */
  readonly onDocument?: (xml: string, url: string) => void;
  /** Reads a document; whoever runs the same call many times can remember what it read. */
  readonly read?: (xml: string) => OzmlRead;
}

/** What a script begins with. */
export interface ScriptFacts {
  readonly context: ScriptContext;
  /** Addresses in the script are read from here. */
  readonly url: string;
  /** The call the script is about. */
  readonly callId?: string | undefined;
  readonly extension: string;
  readonly variables?: Readonly<Record<string, string>> | undefined;
  /** Runs the script of a call that this one places. */
  readonly placed: (call: PlacedCall) => Conversation;
}

export interface Script {
  readonly machine: Machine;
  /** The commands of a reply; undefined, with a fault, when there is no OzML in it. */
  read(reply: FetchReply, url: string): Running<readonly OzmlElement[] | undefined>;
  /** Runs commands and whatever replaces them, to the end. */
  runAll(commands: readonly OzmlElement[]): Running<void>;
}

/**
 * Replies inside replies: how many a PBX bears is not written. Deeper ones replace the script, which is the same for
 * every document that ends explicitly.
 */
const maxNestedReplies = 40;

/**
 * Runs documents as the PBX would. It knows documents and nothing of flows. Visits are reported as numbers of start tags
 * of the document that is running.
 */
export function createScript(facts: ScriptFacts, options: MachineOptions): Script {
  const dialect = { ...recommendedDialect, ...options.dialect };
  const memory = new Memory(facts.variables);
  let currentUrl = facts.url;
  let nested = 0;
  let openQuestions = 0;
  /** A reply that takes the place of everything that was still to run. */
  let replacement: { readonly commands: readonly OzmlElement[]; readonly url: string } | undefined;

  const machine: Machine = {
    context: facts.context,
    dialect,
    names: { ...notificationNames, ...options.names },
    extension: facts.extension,
    text(element, ...parameters) {
      const given = attribute(element, ...parameters);
      return resolve(element.text.trim() === "" && given !== undefined ? given : element.text);
    },
    parameter(element, ...names) {
      const value = attribute(element, ...names);
      return value === undefined || value === "" ? undefined : resolve(value);
    },
    otherCall(element, ...names) {
      const callId = facts.context === "third-party" ? machine.parameter(element, ...names) : undefined;
      return callId === facts.callId ? undefined : callId;
    },
    run,
    *runInside(commands) {
      openQuestions += 1;
      try {
        return yield* commands();
      } finally {
        openQuestions -= 1;
      }
    },
    isInQuestion: () => openQuestions > 0,
    *visit({ index }) {
      yield { effect: "visit", step: String(index), document: currentUrl };
    },
    *request(url, notification, parameters, { replaces = false, mayBeEmpty = false, forgets = false } = {}) {
      const target = absolute(url);
      const reply = yield* notify(target, notification, parameters);
      if (mayBeEmpty && reply.status === 200 && reply.body.trim() === "") return "next";
      const commands = yield* read(reply, target);
      if (commands === undefined) return yield* withoutOzml();
      if (forgets) memory.forget();
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
    notify: (url, notification, parameters) => notify(absolute(url), notification, parameters),
    *report(url, notification, parameters) {
      const beside = createScript({ ...facts, context: "no-call", url: absolute(url), callId: undefined }, options);
      const reply = yield* beside.machine.notify(url, notification, parameters);
      if (reply.status === 200 && reply.body.trim() === "") return;
      const commands = yield* beside.read(reply, absolute(url));
      if (commands !== undefined) yield* beside.runAll(commands);
    },
    placed: (call) => facts.placed({ ...call, ...(call.url === undefined ? {} : { url: absolute(call.url) }) }),
    variable: (name) => memory.variable(name),
    setVariable: (name, value) => memory.setVariable(name, value),
    *list(name) {
      const own = memory.list(name);
      if (own !== undefined) return own;
      const reply: Reply = yield { effect: "read-list", list: name };
      return reply.entries;
    },
    setList: (name, entries) => memory.setList(name, entries),
  };

  function* notify(
    url: string,
    notification: string,
    parameters: Readonly<Record<string, string>>,
  ): Running<FetchReply> {
    const call = facts.callId === undefined ? {} : { [machine.names.callId]: facts.callId };
    const form = { NotificationName: notification, ...call, ...parameters };
    const { response }: Reply = yield { effect: "fetch", url, form };
    return response ?? { status: 0, body: "no answer" };
  }

  /** Stated for Call only, taken for all (open question 12). A call between others is never ended by that. */
  function* withoutOzml(): Running<Flow> {
    if (dialect.failedRequest === "go-on" || facts.context !== "extension") return "next";
    yield { effect: "hang-up" };
    return "over";
  }

  function* read(reply: FetchReply, url: string): Running<readonly OzmlElement[] | undefined> {
    const { root, warnings } = (options.read ?? readOzml)(reply.status === 200 ? reply.body : "");
    if (root === undefined) {
      yield { effect: "fault", ...whyNoOzml(url, reply) };
      return undefined;
    }
    for (const { line, column, ...warning } of warnings) {
      yield { effect: "fault", ...said`${url}, line ${line}, column ${column}: ${warning}` };
    }
    options.onDocument?.(reply.body, url);
    return sameName(root.name, "Response") || sameName(root.name, "OzML") ? root.children : [root];
  }

  function* runAll(commands: readonly OzmlElement[]): Running<void> {
    yield* run(commands);
    while (replacement !== undefined) {
      const { commands: next, url } = replacement;
      replacement = undefined;
      nested = 0;
      currentUrl = url;
      yield* run(next);
    }
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
    if (command === undefined || execute === undefined || !mayStandIn(command, facts.context)) {
      const fault =
        execute === undefined
          ? said`<${element.name}> is not run here and was passed over`
          : said`<${element.name}> cannot be used here and was passed over`;
      yield { effect: "fault", ...fault };
      return "next";
    }
    yield* machine.visit(element);
    const running = execute(element, machine);
    if (listening === undefined) return yield* running;
    // While a prompt plays, its sounds listen for keys.
    let next = running.next();
    while (!next.done) {
      const effect = next.value;
      next = running.next(isSound(effect) ? yield* listening.play(effect) : yield effect);
    }
    return next.value;
  }

  function resolve(text: string): string {
    return memory.resolve(text, dialect.unknownVariable);
  }

  /** As it stands where it is no address at all. */
  function absolute(url: string): string {
    try {
      return new URL(url, currentUrl).href;
    } catch {
      return url;
    }
  }

  return { machine, read, runAll };
}

/** Code 303 of the HTTP API is the word for it: "cannot be used here". */
function mayStandIn(command: CommandEntry, context: ScriptContext): boolean {
  if (context === "no-call") return command.contexts.includes("extension") && !needsCall.has(command.name);
  return command.contexts.includes(context);
}

/** What stands at an address instead of a document. */
function whyNoOzml(url: string, { status, body }: FetchReply): Said {
  if (status === 200) return said`${url} is no OzML`;
  return status === 0 ? said`${url} cannot be had: ${body}` : said`${url} answers ${status}`;
}
