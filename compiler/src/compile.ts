import type { Diagnostic, Flow } from "./flow/index.ts";
import type { Generation } from "./ozml/vocabulary.ts";
import { toldAtCalls } from "./phases/1-parse/call-flows.ts";
import { linkFlow } from "./phases/1-parse/link-flow.ts";
import { type Analysis, analyse } from "./phases/2-analyse/analyse.ts";
import { defaultPlanOptions, type PlanOptions } from "./phases/3-plan/plan.ts";
import { planDocuments } from "./phases/3-plan/plan-documents.ts";
import { emitProgram } from "./phases/4-emit/emit-program.ts";
import { type Memory, noMemory } from "./phases/memory.ts";
import type { Directory } from "./resources/directory.ts";
import { checkCalendars } from "./rules/calendars-exist.ts";
import { checkGeneration } from "./rules/generation-knows-it.ts";
import { checkRules } from "./rules/index.ts";
import { checkDirectory } from "./rules/numbers-known.ts";
import { checkPrompts } from "./rules/prompts-exist.ts";
import { checkTables } from "./rules/tables-exist.ts";
import { checkWholeDocuments } from "./rules/whole-documents-fit.ts";
import type { Program } from "./runtime/program.ts";

export interface CompileOptions extends PlanOptions {
  /** The PBX the documents are for; the two generations differ in a few names and attributes. */
  readonly generation: Generation;
  /** Ids of the sounds in the prompt library. Not given: nobody knows, so none is missed. */
  readonly prompts?: readonly string[];
  /** Ids of the calendars there are; the same. */
  readonly calendars?: readonly string[];
  /** Ids of the tables there are; the same. */
  readonly tables?: readonly string[];
  /** Whom the phone system knows; the same. */
  readonly directory?: Directory;
}

export const defaultCompileOptions: CompileOptions = { ...defaultPlanOptions, generation: "new" };

export interface Compiled {
  /** Absent when a diagnostic is an error. */
  readonly program?: Program;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Flow to program, the whole way. Total: every flow gives diagnostics or a program, nothing is thrown. Deterministic:
 * neither the order of steps and edges nor the layout changes a byte of the output.
 */
export function compile(flow: Flow, options: Partial<CompileOptions> = {}): Compiled {
  const { trace, sizeBudget, generation } = { ...defaultCompileOptions, ...options };
  const { analysis, diagnostics } = examine(flow, options);
  if (diagnostics.some((one) => one.severity === "error")) return { diagnostics };
  const plan = planDocuments(analysis, { trace, sizeBudget });
  const cutOff = checkWholeDocuments(plan, analysis);
  if (cutOff.length > 0) return { diagnostics: [...diagnostics, ...toldAtCalls(cutOff, analysis.linked)] };
  return { program: emitProgram(plan, analysis, generation), diagnostics };
}

type World = Partial<Pick<CompileOptions, "generation" | "prompts" | "calendars" | "tables" | "directory">>;

/** `check`, and what the flow needs that is not there, as far as it is known what there is. */
export function examine(flow: Flow, options: World): ReturnType<typeof check> {
  const { generation = defaultCompileOptions.generation, prompts, calendars, tables, directory } = options;
  const { analysis, diagnostics } = check(flow);
  const missing = prompts === undefined ? [] : checkPrompts(analysis.linked, new Set(prompts));
  const unknown = calendars === undefined ? [] : checkCalendars(analysis.linked, new Set(calendars));
  const absent = tables === undefined ? [] : checkTables(analysis.linked, new Set(tables));
  const unlisted = directory === undefined ? [] : checkDirectory(analysis.linked, directory);
  const further = [...missing, ...unknown, ...absent, ...unlisted, ...checkGeneration(analysis, generation)];
  return { analysis, diagnostics: [...diagnostics, ...toldAtCalls(further, analysis.linked)] };
}

/**
 * What the rules say about a flow by itself, without making documents of it or trying calls. With a memory of an earlier check
 * it says the same, and what did not change costs less.
 */
export function check(
  flow: Flow,
  memory: Memory = noMemory,
): { readonly analysis: Analysis; readonly diagnostics: readonly Diagnostic[] } {
  const { linked, diagnostics } = linkFlow(flow, memory);
  const analysis = analyse(linked, memory);
  return { analysis, diagnostics: [...diagnostics, ...toldAtCalls(checkRules(analysis), linked)] };
}
