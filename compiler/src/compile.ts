import type { Diagnostic, Flow } from "./flow/index.ts";
import type { Generation } from "./ozml/vocabulary.ts";
import { linkFlow } from "./phases/1-parse/link-flow.ts";
import { type Analysis, analyse } from "./phases/2-analyse/analyse.ts";
import { defaultPlanOptions, type PlanOptions } from "./phases/3-plan/plan.ts";
import { planDocuments } from "./phases/3-plan/plan-documents.ts";
import { emitProgram } from "./phases/4-emit/emit-program.ts";
import { checkCalendars } from "./rules/calendars-exist.ts";
import { checkGeneration } from "./rules/generation-knows-it.ts";
import { checkRules } from "./rules/index.ts";
import { checkPrompts } from "./rules/prompts-exist.ts";
import type { Program } from "./runtime/program.ts";

export interface CompileOptions extends PlanOptions {
  /** The PBX the documents are for; the two generations differ in a few names and attributes. */
  readonly generation: Generation;
  /** Ids of the sounds in the prompt library. Not given: nobody knows, so none is missed. */
  readonly prompts?: readonly string[];
  /** Ids of the calendars there are; the same. */
  readonly calendars?: readonly string[];
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
  const { trace, sizeBudget, generation, prompts, calendars } = { ...defaultCompileOptions, ...options };
  const { analysis, diagnostics: found } = check(flow);
  const missing = prompts === undefined ? [] : checkPrompts(analysis.linked, new Set(prompts));
  const unknown = calendars === undefined ? [] : checkCalendars(analysis.linked, new Set(calendars));
  const diagnostics = [...found, ...missing, ...unknown, ...checkGeneration(analysis, generation)];
  if (diagnostics.some((one) => one.severity === "error")) return { diagnostics };
  const plan = planDocuments(analysis, { trace, sizeBudget });
  return { program: emitProgram(plan, analysis, generation), diagnostics };
}

/** Everything that can be said about a flow without making documents of it. */
export function check(flow: Flow): { readonly analysis: Analysis; readonly diagnostics: readonly Diagnostic[] } {
  const { linked, diagnostics } = linkFlow(flow);
  const analysis = analyse(linked);
  return { analysis, diagnostics: [...diagnostics, ...checkRules(analysis)] };
}
