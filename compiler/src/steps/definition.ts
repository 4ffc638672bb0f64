import type { z } from "zod";
import type { Severity, Variable } from "../flow/index.ts";
import type { Emitter } from "../instructions/builder.ts";
import type { Conversation } from "../line/effects.ts";
import type { Said, Text } from "../words/said.ts";
import type { Call } from "./call.ts";

/**
 * Everything the product knows of one kind of step. Canvas, inspector, palette, checks, planner, simulator and help ask
 * the definition; none of them asks which kind it is.
 */
export interface StepDefinition<Data = unknown> {
  /** The folder, the word in flow files and the key of its cases. */
  readonly type: string;
  readonly title: string;
  /** One line for the palette: what the step does for a caller. */
  readonly description: string;
  /** Name of a Tabler icon, without the "Icon" in front. */
  readonly icon: string;
  readonly family: StepFamily;
  /** Where the step may stand (design section 3; the manual's own division). Of an entry: the one context it begins. */
  readonly contexts: readonly Context[];
  /** Set when a call can begin here: the notification that brings it. */
  readonly entry?: EntryKind;
  readonly schema: z.ZodType<Data>;
  readonly defaults: Data;
  ports(data: Data): readonly Port[];
  /** What the card on the canvas says: what the caller hears or what is decided. */
  summary(data: Data): Text;
  /** Where something begins later when it is known what came of what the step did. Undefined: nobody asked. */
  reports?(data: Data): EntryKind | undefined;
  /** The flow that a call goes through before it leaves the step, with what it is given and what it gives back. */
  calls?(data: Data): FlowCall;
  /** Where a flow that was called is left: the way out by which the call goes on in the other one. Empty: the usual one. */
  returns?(data: Data): string;
  /** Faults that can be seen in the data alone and that the schema cannot say. */
  check?(data: Data, facts: CheckFacts): readonly LocalFault[];
  /** The step in instructions; the planner makes documents of them. */
  emit(data: Data, out: Emitter): void;
  /** What the step means for a caller. Returns the port the call leaves by; nothing when the call is over. */
  simulate(data: Data, call: Call): Conversation<string | undefined>;
}

export const stepFamilies = ["entry", "talk", "ask", "connect", "logic", "end"] as const;
export type StepFamily = (typeof stepFamilies)[number];

/**
 * What a document may hold, by what the PBX asked about: a call on our extension, a call between two others, the way of
 * a call that is being routed, a message without a call. The entry decides it; the manual draws the same lines.
 */
export type Context = "extension" | "third-party" | "routing" | "message";

export const entryKinds = [
  "incoming-call",
  "outgoing-call",
  "call-changed",
  "routing",
  "message-received",
  "delivery-report",
] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface Port {
  readonly id: string;
  /** A string where the author named it. */
  readonly title: Text;
  /** `failure` ports are drawn apart: what happens when the caller or the PBX does not play along. */
  readonly kind: "next" | "choice" | "failure";
  /** Where the call goes when nothing is connected here: another port of the same step. */
  readonly otherwise?: string;
  /** Nothing need be connected: the call simply ends here, or nothing happens (a callee nobody talks to). */
  readonly optional?: true;
  /** What leaves here is a call of its own, not this one. */
  readonly newCall?: true;
  /** What callers hear from here on: one language, or any of the flow's, as the step finds out in a call. */
  readonly language?: { readonly code: string } | "any";
  /** What leaves here runs inside the step and comes back to it: a loop's round, what happens when a call fails. */
  readonly body?: Body;
}

/** How one flow calls another. */
export interface FlowCall {
  /** Empty: not chosen yet. */
  readonly flow: string;
  /** Variables of the flow that is called; values are expressions of the calling one. */
  readonly parameters: readonly { readonly variable: string; readonly value: string }[];
  /** `variable` of the calling flow becomes what `from` of the other holds at the end. */
  readonly results: readonly { readonly variable: string; readonly from: string }[];
  /** Ports beside the usual one, each for a return of that name. */
  readonly ends: readonly string[];
}

/** The inside of a step. */
export interface Body {
  /** Names that the PBX puts values to in there, readable as {name}: `item`, `item.from`. */
  readonly gives: readonly string[];
}

/** Its sentence follows the step's name and a colon: "callers go nowhere; enter the number to transfer to." */
export interface LocalFault extends Said {
  readonly code: string;
  readonly severity: Severity;
  readonly path?: readonly (string | number)[];
  readonly port?: string;
}

export interface CheckFacts {
  readonly variables: readonly Variable[];
}

/** Gives the definition its data type; the registry then forgets it in one place. */
export function defineStep<Data>(definition: StepDefinition<Data>): StepDefinition<Data> {
  return definition;
}
