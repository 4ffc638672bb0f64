import { exportStatic } from "../export/static-documents.ts";
import type { Flow } from "../flow/index.ts";
import { createAnswerer } from "../runtime/answer.ts";
import type { Program } from "../runtime/program.ts";
import type { EntryKind } from "../steps/definition.ts";
import { likelyCallers } from "./likely-callers.ts";
import { simulateProgram } from "./simulate-program.ts";

/** What a compiled flow costs. */
export interface Measures {
  readonly documents: number;
  /** Of all documents together, with what is put in left out. */
  readonly bytes: number;
  /** Part of the documents that are the same for every call, 0 to 1. */
  readonly staticShare: number;
  /** Requests of the PBX in one call, over likely callers: the pauses they hear. */
  readonly callbacks: { readonly best: number; readonly worst: number; readonly mean: number };
  /** The same callers, when each question costs a request, as it does elsewhere. */
  readonly onePerWait: number;
}

/** Deterministic: the callers come from a fixed seed. */
export function measure(flow: Flow, program: Program, callers = 200): Measures {
  const answerer = createAnswerer(program);
  const entries = Object.keys(program.entries) as EntryKind[];
  const counts: number[] = [];
  let waits = 0;
  for (const [index, caller] of likelyCallers(flow, callers).entries()) {
    const entry = entries[index % entries.length];
    if (entry === undefined) continue;
    const { transcript, callbacks } = simulateProgram(answerer, { entry, caller, world: { maxEvents: 400 } });
    counts.push(callbacks.length);
    waits += 1 + transcript.questions;
  }
  const documents = Object.keys(program.handlers).length;
  const mean = (sum: number) => Math.round((sum / Math.max(1, counts.length)) * 100) / 100;
  return {
    documents,
    bytes: JSON.stringify(program.handlers).length,
    staticShare: Math.round((exportStatic(program, "").files.size / Math.max(1, documents)) * 100) / 100,
    callbacks: {
      best: counts.length === 0 ? 0 : Math.min(...counts),
      worst: counts.length === 0 ? 0 : Math.max(...counts),
      mean: mean(counts.reduce((sum, one) => sum + one, 0)),
    },
    onePerWait: mean(waits),
  };
}
