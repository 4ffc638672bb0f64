import type { Disposition } from "../expressions/disposition.ts";
import type { Variable } from "../flow/flow.ts";
import type { HttpKeep } from "../http/reply.ts";
import type { HttpTemplate } from "../http/template.ts";
import type { Generation } from "../ozml/vocabulary.ts";
import type { EntryKind } from "../steps/definition.ts";

/**
 * A compiled flow: plain JSON, all that is needed to answer every callback of every call. Version 1.
 * Documents are kept as texts cut at the places where something is put in, so that answering is joining strings.
 */
export interface Program {
  readonly version: 1;
  readonly name: string;
  readonly generation: Generation;
  /** What is spoken where a text names no language: the first one of the flow. The PBX is not told, only simulations are. */
  readonly language?: string;
  readonly variables: readonly Variable[];
  /** Ids of the calendars that the flow asks: see `CallFacts.hours`. Absent: none. */
  readonly calendars?: readonly string[];
  /** Ids of the tables that the flow looks into: see `CallFacts.tables`. Absent: none. */
  readonly tables?: readonly string[];
  /** Variables that whoever starts a call may fill in. */
  readonly given: readonly string[];
  /** The document a call begins with. */
  readonly entries: Readonly<Partial<Record<EntryKind, string>>>;
  /** Documents by name. Names are safe in file names and addresses. */
  readonly handlers: Readonly<Record<string, Handler>>;
  readonly sites: readonly Site[];
  /** What callers hear when this cannot be answered; absent: whatever the server says to everybody. */
  readonly fallback?: readonly Part[];
}

/** What is done when a document is asked for, up to the document itself. */
export type Handler =
  | {
      readonly do: "receive";
      readonly parameter: string;
      readonly into: string;
      readonly step: string;
      readonly next: Handler;
    }
  | {
      readonly do: "assign";
      readonly variable: string;
      readonly expression: string;
      readonly step: string;
      readonly next: Handler;
    }
  | { readonly do: "tell"; readonly tell: Disposition; readonly step: string; readonly next: Handler }
  | {
      readonly do: "choose";
      readonly step: string;
      readonly cases: readonly { readonly when: string; readonly next: Handler }[];
      readonly otherwise: Handler;
    }
  | {
      readonly do: "request";
      readonly step: string;
      readonly request: HttpTemplate;
      readonly keep: HttpKeep;
      readonly ways: readonly { readonly statuses: string; readonly next: Handler }[];
      readonly failed: Handler;
    }
  /** Answer with another document: nothing of this one would have been heard. */
  | { readonly do: "jump"; readonly to: string }
  /** `ahead`: steps every caller comes to who stays on the line, up to the first question. */
  | { readonly do: "serve"; readonly ahead: readonly string[]; readonly parts: readonly Part[] };

/** Where an element of a document comes from: the source map. */
export interface Tag {
  /** "" for elements of the document itself. */
  readonly step: string;
  /** The field of the step's data behind each attribute, and behind the text under the name "". */
  readonly fields?: Readonly<Record<string, readonly (string | number)[]>>;
}

/** A piece of a document. */
export type Part =
  /** `tags`: where each start tag in the text comes from, in order. */
  | { readonly text: string; readonly tags: readonly Tag[] }
  | { readonly read: string }
  /** The address of a sound of the prompt library, by its id. */
  | { readonly prompt: string }
  /** Characters that could not stand in `text` while it was cut. */
  | { readonly literal: string }
  /** The address of a site. `newCall`: whoever follows it is another call. */
  | { readonly link: number; readonly newCall?: true }
  | {
      readonly choose: readonly { readonly when: string; readonly parts: readonly Part[] }[];
      readonly otherwise: readonly Part[];
    }
  /** Is noted when the document is served: whoever stays on the line comes by. */
  | { readonly tell: Disposition; readonly step: string }
  /** Within `parts` the variable has this value already. */
  | { readonly let: string; readonly be: string; readonly parts: readonly Part[] };

/**
 * A place in a document that leads to another one. The caller's way through the document that holds it is known when
 * it is compiled, so it need not be told by a request of its own.
 */
export interface Site {
  readonly document: string;
  /** Steps passed in the document before this place, in order. */
  readonly path: readonly string[];
  /** What is to be done for it before the next document is made, in order. */
  readonly deeds: readonly Deed[];
}

/** A variable is set, or something is noted of the call: its note may hold {placeholders} here. */
export type Deed = { readonly variable: string; readonly expression: string } | Disposition;
