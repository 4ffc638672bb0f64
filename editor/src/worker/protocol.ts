import type { Claim, Diagnostic, EndOfCalls, Finding, Flow, Measures, Refutation, Tag } from "@ozflow/compiler";
import type { FlowParts } from "./flow-parts.ts";
import type { KnownWorld } from "./known-world.ts";

/** How much of a caller's way is told by requests; see the compiler's option of that name. */
export type Trace = "lean" | "branches";
export const traces: readonly Trace[] = ["lean", "branches"];

/** A document of the compiled flow, as it would be served in a sample call. */
export interface RenderedDocument {
  readonly name: string;
  /** What brings calls to this document, when they begin with it: the kind of the entry. */
  readonly entry?: string;
  readonly xml: string;
  /** Where each start tag of `xml` comes from, in order. */
  readonly tags: readonly Tag[];
  /** Steps our server must decide before this document can be made; empty: it is the same for every call, a plain file. */
  readonly serverSteps: readonly string[];
  /** Why it could not be made for a sample call. */
  readonly fault?: string;
}

export type Rendering =
  | { readonly documents: readonly RenderedDocument[] }
  /** The flow has errors and makes no documents. */
  | { readonly documents?: undefined };

/** Undefined for a flow with errors. */
export type Cost = Readonly<Record<Trace, Measures>> | undefined;

/** A call that refutes a claim, and the steps it comes to. */
export interface ShownRefutation extends Refutation {
  readonly path: readonly string[];
}

export interface ShownClaim extends Claim {
  readonly refutations: readonly ShownRefutation[];
}

/** What is claimed of every call of a flow, and all faults of the flow, those that the proofs found included. */
export interface Proof {
  readonly claims: readonly ShownClaim[];
  readonly diagnostics: readonly Finding[];
  readonly ends: readonly EndOfCalls[];
}

export type Question = { readonly flow: Flow } & (
  | { readonly ask: "check" }
  | { readonly ask: "render"; readonly baseUrl: string; readonly trace: Trace }
  | { readonly ask: "measure" }
  | { readonly ask: "prove"; readonly known: KnownWorld }
);

/** A question on its way to a thread, which remembers the flow of the one before. */
export interface Request {
  readonly id: number;
  readonly question: Unflowed<Question>;
  readonly flow: FlowParts;
}

type Unflowed<One> = One extends Question ? Omit<One, "flow"> : never;

export type Reply =
  | { readonly to: "check"; readonly id: number; readonly diagnostics: readonly Diagnostic[] }
  | { readonly to: "render"; readonly id: number; readonly rendering: Rendering }
  | { readonly to: "measure"; readonly id: number; readonly cost: Cost }
  | { readonly to: "prove"; readonly id: number; readonly proof: Proof }
  | { readonly to: "fault"; readonly id: number; readonly message: string };
