import { type CompileOptions, compile, type Finding, type Flow, review, writeFlow } from "@ozflow/compiler";

/** What a flow is held to: what there is of sounds, calendars and tables, and the kind of phone system. */
export type Known = Required<Pick<CompileOptions, "generation" | "prompts" | "calendars" | "tables">>;

/** What is said of a flow, and what is stored of it as a revision unless that is a fault. */
export interface RevisionMade {
  readonly diagnostics: readonly Finding[];
  /** A canonical flow file, and the compiled program as JSON. */
  readonly texts?: { readonly file: string; readonly program: string };
}

/** A flow with its sub-flows is reviewed and compiled. Milliseconds for a usual one, minutes for the largest there can be. */
export function makeRevision(flow: Flow, known: Known): RevisionMade {
  const { diagnostics } = review(flow, known);
  if (diagnostics.some((one) => one.severity === "error")) return { diagnostics };
  const { program } = compile(flow, known);
  if (program === undefined) return { diagnostics };
  return { diagnostics, texts: { file: writeFlow(flow), program: JSON.stringify(program) } };
}
