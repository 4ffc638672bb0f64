import type { Diagnostic, Flow } from "@ozflow/compiler";

/** A document of the compiled flow, as it would be served in a sample call. */
export interface RenderedDocument {
  readonly name: string;
  /** What brings calls to this document, when they begin with it: the kind of the entry. */
  readonly entry?: string;
  readonly xml: string;
  /** The step each start tag of `xml` comes from, in order; "" for tags of the document itself. */
  readonly steps: readonly string[];
  /** Steps our server must decide before this document can be made; empty: it is the same for every call, a plain file. */
  readonly serverSteps: readonly string[];
  /** Why it could not be made for a sample call. */
  readonly fault?: string;
}

export type Rendering =
  | { readonly documents: readonly RenderedDocument[] }
  /** The flow has errors and makes no documents. */
  | { readonly documents?: undefined };

export type Request =
  | { readonly ask: "check"; readonly id: number; readonly flow: Flow }
  | { readonly ask: "render"; readonly id: number; readonly flow: Flow; readonly baseUrl: string };

export type Reply =
  | { readonly to: "check"; readonly id: number; readonly diagnostics: readonly Diagnostic[] }
  | { readonly to: "render"; readonly id: number; readonly rendering: Rendering }
  | { readonly to: "fault"; readonly id: number; readonly message: string };
