import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Compiled, compile } from "../compile.ts";
import type { Diagnostic, Flow, SubFlow } from "../flow/index.ts";
import { readFlowFile } from "../phases/1-parse/read-flow.ts";
import { asSubFlow, withSubFlows } from "../phases/1-parse/sub-flows.ts";
import type { Program } from "../runtime/program.ts";

/** A command that cannot do what it was asked for: the sentence is printed and the exit code is 1. */
export class CommandError extends Error {}

export function faultyFile(path: string, diagnostics: readonly Diagnostic[]): CommandError {
  return new CommandError(`${path} has errors:\n${diagnostics.map(printDiagnostic).join("\n")}`);
}

/** Commands about flows take it: where the flows lie that a flow goes through. */
export interface LibraryOption {
  readonly library?: string;
}

export const libraryOption = [
  "--library <folder>",
  "where the flows lie that this one goes through; without it the folder of the flow",
] as const;

/** The flow in a file, with the flows that it goes through: NAME.json in the folder for each NAME that it calls. */
export async function openFlow(
  path: string,
  { library = dirname(path) }: LibraryOption,
): Promise<{ readonly flow: Flow } | { readonly diagnostics: readonly Diagnostic[] }> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    throw new CommandError(`${path} cannot be read: is the name right?`);
  }
  const read = readFlowFile(text);
  return "flow" in read ? { flow: await withSubFlows(read.flow, (id) => subFlowIn(library, id)) } : read;
}

async function subFlowIn(folder: string, id: string): Promise<SubFlow | undefined> {
  const path = join(folder, `${id}.json`);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    // The step that calls it says that it is not there.
    return undefined;
  }
  const read = readFlowFile(text);
  if ("flow" in read) return asSubFlow(read.flow);
  throw faultyFile(path, read.diagnostics);
}

/** The flow in a file, for commands that are of no use without one. */
export async function flowOf(path: string, options: LibraryOption): Promise<Flow> {
  const read = await openFlow(path, options);
  if ("flow" in read) return read.flow;
  throw faultyFile(path, read.diagnostics);
}

/** Reads and compiles; everything that stands against it comes as diagnostics. */
export async function compileFile(path: string, options: LibraryOption): Promise<Compiled & { readonly flow?: Flow }> {
  const read = await openFlow(path, options);
  return "flow" in read ? { ...compile(read.flow), flow: read.flow } : read;
}

/** Like `compileFile`, for commands that are of no use without a program. */
export async function programOf(path: string, options: LibraryOption): Promise<Program> {
  const { program, diagnostics } = await compileFile(path, options);
  if (program === undefined) throw faultyFile(path, diagnostics);
  return program;
}

export function printDiagnostic(one: Diagnostic): string {
  const place = one.step === undefined ? "" : ` [${one.step}${one.port === undefined ? "" : `, port ${one.port}`}]`;
  return `${one.severity.padEnd(7)} ${one.message}${place} (${one.code})`;
}

/** Runs a command; a {@link CommandError} ends it with a sentence instead of a stack. */
export function command<Arguments extends unknown[]>(run: (...given: Arguments) => Promise<void>) {
  return async (...given: Arguments): Promise<void> => {
    try {
      await run(...given);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      console.error(error.message);
      process.exitCode = 1;
    }
  };
}

/** The command line speaks English: sentences are printed without what they are made of. */
export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, sentenceAlone, 2));
}

function sentenceAlone(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || !("words" in value)) return value;
  const { words: _words, ...rest } = value;
  return "message" in rest && Object.keys(rest).length === 1 ? rest.message : rest;
}
