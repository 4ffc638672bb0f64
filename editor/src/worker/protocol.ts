import type { Diagnostic, Flow, Measures, Tag } from "@ozflow/compiler";

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

export type Request = { readonly id: number; readonly flow: Flow } & (
  | { readonly ask: "check" }
  | { readonly ask: "render"; readonly baseUrl: string; readonly trace: Trace }
  | { readonly ask: "measure" }
);

export type Reply =
  | { readonly to: "check"; readonly id: number; readonly diagnostics: readonly Diagnostic[] }
  | { readonly to: "render"; readonly id: number; readonly rendering: Rendering }
  | { readonly to: "measure"; readonly id: number; readonly cost: Cost }
  | { readonly to: "fault"; readonly id: number; readonly message: string };
