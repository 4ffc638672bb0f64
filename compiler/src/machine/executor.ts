import type { FetchReply, LineEffect, Reply } from "../line/effects.ts";
import type { OzmlElement } from "../ozml/document.ts";
import type { Dialect } from "./dialect.ts";

/** A piece of a running script. */
export type Running<Result> = Generator<LineEffect, Result, Reply>;

/**
 * How the script goes on after a command: with the next one, nowhere (the script was replaced and is done), back to the
 * question around this one (BackKey).
 */
export type Flow = "next" | "over" | "back";

/** One command of the language, as the PBX runs it. */
export type Executor = (element: OzmlElement, machine: Machine) => Running<Flow>;

/** What an executor may ask of the machine it runs in. */
export interface Machine {
  readonly dialect: Dialect;
  /** The text of the command: its content, or the parameter that says the same; $variables resolved. */
  text(element: OzmlElement, ...parameters: readonly string[]): string;
  /** A parameter, $variables resolved; undefined when it is absent or empty. */
  parameter(element: OzmlElement, ...names: readonly string[]): string | undefined;
  /** Runs commands in order until one of them does not go on. */
  run(commands: readonly OzmlElement[], listening?: Listening): Running<Flow>;
  /**
   * Notifies a URL and runs the OzML it answers with; with `replaces`, in place of everything that was still to run.
   * A URL that gives none hangs the call up.
   */
  request(
    url: string,
    notification: string,
    parameters: Readonly<Record<string, string>>,
    replaces?: boolean,
  ): Running<Flow>;
  /** Notifies a URL; what it answers is given back and not run. */
  notify(url: string, notification: string, parameters: Readonly<Record<string, string>>): Running<FetchReply>;
  /** The script of a call this one places: asks the URL when the callee answers. */
  connected(url: string): Running<void>;
  setVariable(name: string, value: string): void;
}

/** Set while InitialCommands run: keys are listened for, and sounds go through here. */
export interface Listening {
  play(sound: Extract<LineEffect, { effect: "speak" | "play" | "pause" }>): Running<Reply>;
  stopped(): boolean;
}
