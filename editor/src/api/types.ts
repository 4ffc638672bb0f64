import type { Diagnostic, EntryKind, Flow, TranscriptEvent } from "@ozflow/compiler";
import type { Role } from "../rights.ts";

/** The shapes the server speaks (ARCHITECTURE.md, admin API). Times are ISO 8601. */
export interface ServerInfo {
  readonly name: string;
  readonly version: string;
  readonly pbx: "virtual" | "ozeki";
  readonly publicUrl: string;
}

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

export interface Example {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly flow: Flow;
}

export interface Published {
  readonly revision: number;
  readonly publishedAt: string;
  readonly callbackUrl: string;
}

export interface FlowListItem {
  readonly id: string;
  readonly name: string;
  readonly updatedAt: string;
  readonly version: number;
  readonly steps: number;
  readonly published: Published | null;
}

export interface OpenedFlow {
  readonly id: string;
  readonly version: number;
  readonly flow: Flow;
  readonly updatedAt: string;
  readonly published: Published | null;
}

export interface Saved {
  readonly version: number;
  readonly updatedAt: string;
}

export interface Publication extends Published {
  readonly diagnostics: readonly Diagnostic[];
}

export interface CallStep {
  readonly id: string;
  readonly label: string;
}

export type CallState = "requested" | "ringing" | "active" | "ended" | "failed";

export interface Call {
  readonly id: string;
  readonly flow: string;
  readonly flowName: string;
  readonly revision: number;
  readonly direction: "incoming" | "outgoing";
  readonly caller: string | null;
  readonly dialed: string | null;
  readonly state: CallState;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly reason: string | null;
  /** How the call went, as its flow said last, and what there was to say beside it. */
  readonly disposition: string | null;
  readonly note: string | null;
  readonly steps: readonly CallStep[];
}

export interface Callback {
  readonly at: string;
  readonly document: string;
  readonly notification: string | null;
  readonly path: readonly CallStep[];
  readonly changed: Readonly<Record<string, unknown>>;
  readonly requests: readonly RequestMade[];
  /** Where a recording lies that the phone system told of. */
  readonly recording: string | null;
}

/** What a web server was asked; `fault` says why it gave no answer. */
export interface RequestMade {
  readonly step: CallStep;
  readonly method: string;
  readonly url: string;
  readonly status?: number;
  readonly fault?: string;
  readonly ms: number;
}

export interface CallDetails extends Call {
  readonly callbacks: readonly Callback[];
}

export interface StartCall {
  readonly number?: string;
  readonly callerId?: string;
  readonly callerDisplayName?: string;
  readonly ringSeconds?: number;
  readonly given?: Readonly<Record<string, string>>;
}

export interface TryCall {
  readonly flowId: string;
  readonly caller?: string;
}

/** What comes over the line of a call that is being tried. */
export type PhoneEvent =
  | TranscriptEvent
  | { readonly event: "listening" }
  /** A document came and runs now; `document` is its OzML. */
  | { readonly event: "fetched"; readonly url: string; readonly document: string }
  | { readonly event: "over" };

/** The entry whose settings an outgoing call begins with. */
export const outgoingEntry: EntryKind = "outgoing-call";
/** The entry that a call tried from the editor comes in by. */
export const incomingEntry: EntryKind = "incoming-call";
