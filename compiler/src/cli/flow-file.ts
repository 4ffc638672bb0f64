import { readFile } from "node:fs/promises";
import { type Compiled, compile } from "../compile.ts";
import type { Diagnostic, Flow } from "../flow/index.ts";
import { readFlowFile } from "../phases/1-parse/read-flow.ts";
import type { Program } from "../runtime/program.ts";

/** A command that cannot do what it was asked for: the sentence is printed and the exit code is 1. */
export class CommandError extends Error {}

export async function openFlow(
  path: string,
): Promise<{ readonly flow: Flow } | { readonly diagnostics: readonly Diagnostic[] }> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    throw new CommandError(`${path} cannot be read: is the name right?`);
  }
  return readFlowFile(text);
}

/** The flow in a file, for commands that are of no use without one. */
export async function flowOf(path: string): Promise<Flow> {
  const read = await openFlow(path);
  if ("flow" in read) return read.flow;
  throw new CommandError(`${path} has errors:\n${read.diagnostics.map(printDiagnostic).join("\n")}`);
}

/** Reads and compiles; everything that stands against it comes as diagnostics. */
export async function compileFile(path: string): Promise<Compiled & { readonly flow?: Flow }> {
  const read = await openFlow(path);
  return "flow" in read ? { ...compile(read.flow), flow: read.flow } : read;
}

/** Like `compileFile`, for commands that are of no use without a program. */
export async function programOf(path: string): Promise<Program> {
  const { program, diagnostics } = await compileFile(path);
  if (program === undefined) {
    throw new CommandError(`${path} has errors:\n${diagnostics.map(printDiagnostic).join("\n")}`);
  }
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

export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}
