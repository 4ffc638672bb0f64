import { type CompileOptions, examine } from "./compile.ts";
import type { Flow } from "./flow/index.ts";
import type { Claim } from "./proofs/claims/claim.ts";
import { type Finding, findingsIn } from "./proofs/findings.ts";
import { type EndOfCalls, endsOf } from "./proofs/outcomes.ts";
import { type ProveOptions, prove } from "./proofs/prove.ts";

export interface Review {
  /** What rules found, and then what was refuted. */
  readonly diagnostics: readonly Finding[];
  readonly claims: readonly Claim[];
  readonly ends: readonly EndOfCalls[];
}

export type ReviewOptions = Partial<
  Pick<CompileOptions, "generation" | "prompts" | "calendars" | "tables" | "directory">
> &
  ProveOptions;

/** Everything that is to be said of a flow before callers get it. Total, as `compile` is, but slower: see the bench `rules`. */
export function review(flow: Flow, options: ReviewOptions = {}): Review {
  const { analysis, diagnostics } = examine(flow, options);
  const claims = prove(analysis, options);
  return { diagnostics: [...diagnostics, ...findingsIn(claims, diagnostics)], claims, ends: endsOf(analysis) };
}
