import type { FetchReply, LineEffect, ListEntry, Reply, Sound } from "../line/effects.ts";
import type { OzmlElement } from "../ozml/document.ts";
import type { Dialect } from "./dialect.ts";
import type { NotificationNames } from "./notification-names.ts";

/** A piece of a running script. */
export type Running<Result> = Generator<LineEffect, Result, Reply>;

/**
 * How the script goes on after a command: with the next one, nowhere (the script was replaced and is done), back to the
 * question around this one (BackKey), or behind the question around this one.
 */
export type Flow = "next" | "over" | "back" | "leave";

/** One command of the language, as the PBX runs it. */
export type Executor = (element: OzmlElement, machine: Machine) => Running<Flow>;

/** What a script is about: a call of an API extension, a call between two others, a call to be routed, or none. */
export type ScriptContext = "extension" | "third-party" | "routing" | "no-call";

/** What an executor may ask of the machine it runs in. */
export interface Machine {
  readonly context: ScriptContext;
  readonly dialect: Required<Dialect>;
  readonly names: NotificationNames;
  /** The number that calls placed by this script show when they name none. */
  readonly extension: string;
  /** The text of the command: its content, or the parameter that says the same; $variables resolved. */
  text(element: OzmlElement, ...parameters: readonly string[]): string;
  /** A parameter, $variables resolved; undefined when it is absent or empty. */
  parameter(element: OzmlElement, ...names: readonly string[]): string | undefined;
  /** The call a command names, when that is another one than the script is about. Third party control only. */
  otherCall(element: OzmlElement, ...names: readonly string[]): string | undefined;
  /** Runs commands in order until one of them does not go on. */
  run(commands: readonly OzmlElement[], listening?: Listening): Running<Flow>;
  /** The same inside a branch of a question, which BackKey and the like can leave. */
  runInside(commands: () => Running<Flow>): Running<Flow>;
  /** Is there a question around the command that runs? */
  isInQuestion(): boolean;
  /** The script has come to this element of the document that runs. */
  visit(element: OzmlElement): Running<void>;
  /** Notifies a URL and runs the OzML it answers with. */
  request(
    url: string,
    notification: string,
    parameters: Readonly<Record<string, string>>,
    options?: RequestOptions,
  ): Running<Flow>;
  /** Notifies a URL; what it answers is given back and not run. */
  notify(url: string, notification: string, parameters: Readonly<Record<string, string>>): Running<FetchReply>;
  /** Notifies a URL of something that is over, beside the call, and runs what it answers. */
  report(url: string, notification: string, parameters: Readonly<Record<string, string>>): Running<void>;
  /** The script of a call this one places: its commands, or what Url or the inline document says. */
  placed(call: PlacedCall): Running<void>;
  variable(name: string): ListEntry | undefined;
  /** `undefined` forgets the name. */
  setVariable(name: string, value: ListEntry | undefined): void;
  /** An Array of this script, or a list of the PBX. */
  list(name: string): Running<readonly ListEntry[] | undefined>;
  setList(name: string, entries: readonly ListEntry[]): void;
}

export interface RequestOptions {
  /** In place of everything that was still to run. */
  readonly replaces?: boolean;
  /** The notification may be answered with nothing. */
  readonly mayBeEmpty?: boolean;
  /** Var and Array of the script so far are not known in the reply. */
  readonly forgets?: boolean;
}

export interface PlacedCall {
  readonly number: string;
  readonly callerId: string;
  /** The PBX's name for the new call; one is made up when it gives none. */
  readonly callId?: string | undefined;
  readonly url?: string | undefined;
  /** OzML to run instead of asking `url`. */
  readonly document?: string | undefined;
  readonly commands?: readonly OzmlElement[];
}

/** Set while InitialCommands run: keys are listened for, and sounds go through here. */
export interface Listening {
  play(sound: Sound): Running<Reply>;
  stopped(): boolean;
}
