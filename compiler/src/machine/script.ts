import { type Conversation, type FetchReply, isSound, type ListEntry, type Reply } from "../line/effects.ts";
import { attribute, type OzmlElement, type OzmlRead, sameName } from "../ozml/document.ts";
import { readOzml } from "../ozml/reader.ts";
import { type CommandEntry, findCommand } from "../ozml/vocabulary.ts";
import { type Said, said } from "../words/said.ts";
import { executors, needsCall } from "./commands/index.ts";
import { type Dialect, recommendedDialect } from "./dialect.ts";
import type { Flow, Listening, Machine, PlacedCall, RequestOptions, Running, ScriptContext } from "./executor.ts";
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

/** A script that runs: what executors may ask of it, and how it is begun. */
export interface Script extends Machine {
  /** The commands of a reply; undefined, with a fault, when there is no OzML in it. */
  read(reply: FetchReply, url: string): Running<readonly OzmlElement[] | undefined>;
  /** Runs commands and whatever replaces them, to the end. */
  runAll(commands: readonly OzmlElement[]): Running<void>;
}

/**
 * Runs documents as the PBX would. It knows documents and nothing of flows. Visits are reported as numbers of start tags
 * of the document that is running.
 */
export function createScript(facts: ScriptFacts, options: MachineOptions): Script {
  return new RunningScript(facts, options);
}

/**
 * Replies inside replies: how many a PBX bears is not written. Deeper ones replace the script, which is the same for
 * every document that ends explicitly.
 */
const maxNestedReplies = 40;

class RunningScript implements Script {
  readonly context: ScriptContext;
  readonly dialect: Required<Dialect>;
  readonly names: NotificationNames;
  readonly extension: string;
  private readonly facts: ScriptFacts;
  private readonly options: MachineOptions;
  private readonly memory: Memory;
  private currentUrl: string;
  private nested = 0;
  private openQuestions = 0;
  /** A reply that takes the place of everything that was still to run. */
  private replacement: { readonly commands: readonly OzmlElement[]; readonly url: string } | undefined;

  constructor(facts: ScriptFacts, options: MachineOptions) {
    this.context = facts.context;
    this.dialect = { ...recommendedDialect, ...options.dialect };
    this.names = { ...notificationNames, ...options.names };
    this.extension = facts.extension;
    this.facts = facts;
    this.options = options;
    this.memory = new Memory(facts.variables);
    this.currentUrl = facts.url;
  }

  text(element: OzmlElement, ...parameters: readonly string[]): string {
    const given = attribute(element, ...parameters);
    return this.resolve(element.text.trim() === "" && given !== undefined ? given : element.text);
  }

  parameter(element: OzmlElement, ...names: readonly string[]): string | undefined {
    const value = attribute(element, ...names);
    return value === undefined || value === "" ? undefined : this.resolve(value);
  }

  otherCall(element: OzmlElement, ...names: readonly string[]): string | undefined {
    const callId = this.context === "third-party" ? this.parameter(element, ...names) : undefined;
    return callId === this.facts.callId ? undefined : callId;
  }

  *runAll(commands: readonly OzmlElement[]): Running<void> {
    yield* this.run(commands);
    while (this.replacement !== undefined) {
      const { commands: next, url } = this.replacement;
      this.replacement = undefined;
      this.nested = 0;
      this.currentUrl = url;
      yield* this.run(next);
    }
  }

  *run(commands: readonly OzmlElement[], listening?: Listening): Running<Flow> {
    for (const element of commands) {
      if (listening?.stopped() === true) return "next";
      const after = yield* this.runCommand(element, listening);
      if (after !== "next") return after;
    }
    return "next";
  }

  *runInside(commands: () => Running<Flow>): Running<Flow> {
    this.openQuestions += 1;
    try {
      return yield* commands();
    } finally {
      this.openQuestions -= 1;
    }
  }

  isInQuestion(): boolean {
    return this.openQuestions > 0;
  }

  *visit({ index }: OzmlElement): Running<void> {
    yield { effect: "visit", step: String(index), document: this.currentUrl };
  }

  *request(
    url: string,
    notification: string,
    parameters: Readonly<Record<string, string>>,
    { replaces = false, mayBeEmpty = false, forgets = false }: RequestOptions = {},
  ): Running<Flow> {
    const target = this.absolute(url);
    const reply = yield* this.tell(target, notification, parameters);
    if (mayBeEmpty && isEmpty(reply)) return "next";
    const commands = yield* this.read(reply, target);
    if (commands === undefined) return yield* this.withoutOzml();
    if (forgets) this.memory.forget();
    if (replaces || this.nested >= maxNestedReplies) {
      this.replacement = { commands, url: target };
      return "over";
    }
    const before = this.currentUrl;
    this.currentUrl = target;
    this.nested += 1;
    const after = yield* this.run(commands);
    this.nested -= 1;
    this.currentUrl = before;
    return after;
  }

  notify(url: string, notification: string, parameters: Readonly<Record<string, string>>): Running<FetchReply> {
    return this.tell(this.absolute(url), notification, parameters);
  }

  *report(url: string, notification: string, parameters: Readonly<Record<string, string>>): Running<void> {
    const target = this.absolute(url);
    const beside = createScript({ ...this.facts, context: "no-call", url: target, callId: undefined }, this.options);
    const reply = yield* beside.notify(url, notification, parameters);
    if (isEmpty(reply)) return;
    const commands = yield* beside.read(reply, target);
    if (commands !== undefined) yield* beside.runAll(commands);
  }

  placed(call: PlacedCall): Running<void> {
    return this.facts.placed({ ...call, ...(call.url === undefined ? {} : { url: this.absolute(call.url) }) });
  }

  variable(name: string): ListEntry | undefined {
    return this.memory.variable(name);
  }

  setVariable(name: string, value: ListEntry | undefined): void {
    this.memory.setVariable(name, value);
  }

  *list(name: string): Running<readonly ListEntry[] | undefined> {
    const own = this.memory.list(name);
    if (own !== undefined) return own;
    const reply: Reply = yield { effect: "read-list", list: name };
    return reply.entries;
  }

  setList(name: string, entries: readonly ListEntry[]): void {
    this.memory.setList(name, entries);
  }

  *read(reply: FetchReply, url: string): Running<readonly OzmlElement[] | undefined> {
    const { read = readOzml, onDocument } = this.options;
    const { root, warnings } = read(reply.status === 200 ? reply.body : "");
    if (root === undefined) {
      yield { effect: "fault", ...whyNoOzml(url, reply) };
      return undefined;
    }
    for (const { line, column, ...warning } of warnings) {
      yield { effect: "fault", ...said`${url}, line ${line}, column ${column}: ${warning}` };
    }
    onDocument?.(reply.body, url);
    return sameName(root.name, "Response") || sameName(root.name, "OzML") ? root.children : [root];
  }

  private *tell(url: string, notification: string, parameters: Readonly<Record<string, string>>): Running<FetchReply> {
    const { callId } = this.facts;
    const call = callId === undefined ? {} : { [this.names.callId]: callId };
    const form = { NotificationName: notification, ...call, ...parameters };
    const { response }: Reply = yield { effect: "fetch", url, form };
    return response ?? { status: 0, body: "no answer" };
  }

  /** Stated for Call only, taken for all (open question 12). A call between others is never ended by that. */
  private *withoutOzml(): Running<Flow> {
    if (this.dialect.failedRequest === "go-on" || this.context !== "extension") return "next";
    yield { effect: "hang-up" };
    return "over";
  }

  private *runCommand(element: OzmlElement, listening?: Listening): Running<Flow> {
    const command = findCommand(element.name);
    const execute = command === undefined ? undefined : executors[command.name as keyof typeof executors];
    if (command === undefined || execute === undefined || !mayStandIn(command, this.context)) {
      const fault =
        execute === undefined
          ? said`<${element.name}> is not run here and was passed over`
          : said`<${element.name}> cannot be used here and was passed over`;
      yield { effect: "fault", ...fault };
      return "next";
    }
    yield* this.visit(element);
    const running = execute(element, this);
    if (listening === undefined) return yield* running;
    // While a prompt plays, its sounds listen for keys.
    let next = running.next();
    while (!next.done) {
      const effect = next.value;
      next = running.next(isSound(effect) ? yield* listening.play(effect) : yield effect);
    }
    return next.value;
  }

  private resolve(text: string): string {
    return this.memory.resolve(text, this.dialect.unknownVariable);
  }

  /** As it stands where it is no address at all. */
  private absolute(url: string): string {
    try {
      return new URL(url, this.currentUrl).href;
    } catch {
      return url;
    }
  }
}

/** No OzML, and no fault either. */
export function isEmpty({ status, body }: FetchReply): boolean {
  return status === 200 && body.trim() === "";
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
