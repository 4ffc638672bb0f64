import type { TextPart } from "../expressions/placeholders.ts";
import type { HttpKeep } from "../http/reply.ts";
import type { HttpTemplate } from "../http/template.ts";
import type { CommandName } from "../ozml/vocabulary.ts";

/**
 * The compiler's middle language. Each step says what it means in these few instructions; analysis and planning
 * know only them and no step kind. Control is explicit: every instruction names where the call goes on.
 */
export type Instruction = Do | Ask | Await | Receive | Assign | Tell | Choose | Request | Enclose | End;

/** A point in the flow a call can be at: `stepId`, or `stepId.detail` for points inside a step ("pin.invalid-2"). */
export type Label = string;

/** Commands that run one after the other, then the call goes on at `next`. */
export interface Do extends FromStep {
  readonly op: "do";
  readonly commands: readonly Command[];
  readonly next: Label;
}

/** A UserInput: a prompt that listens, and a way out for each thing the caller may do. */
export interface Ask extends FromStep {
  readonly op: "ask";
  readonly prompt: readonly Command[];
  /** As in {@link Command}. */
  readonly fields: Readonly<Record<string, Path>>;
  readonly timeoutSeconds: number;
  readonly minDigits: number;
  readonly maxDigits: number;
  readonly keys: readonly { readonly key: string; readonly to: Label; readonly field?: Path }[];
  /** The caller pressed nothing (or too little): runs behind the UserInput, in the same document. */
  readonly silent: Label;
  /** An entry that is none of `keys`. The PBX asks for it (ForwardToUrl), so the target begins a document. */
  readonly other: Label;
  /** Our server need not be told of an entry before the call goes on, if that can be spared. */
  readonly mayBeForeseen?: true;
  /** Entries that `other` stands for, of which it was found out where they lead (3-plan/foresee-entries.ts). */
  readonly foreseen?: readonly ForeseenEntry[];
}

/** An entry of one key. Nothing is lost when it is asked about all the same. */
export interface ForeseenEntry {
  readonly key: string;
  readonly to: Label;
  /** The step that asked goes on itself, as it does after a wrong entry. */
  readonly isWrong: boolean;
}

/** A command that ends by a request of its own; the call goes on in the reply to it (Record and its FinishedUrl). */
export interface Await extends FromStep {
  readonly op: "await";
  readonly command: Command;
  readonly attribute: string;
  readonly to: Label;
}

/** First in a document only: takes a parameter of the request that asked for it. Absent: the variable stays as it is. */
export interface Receive extends FromStep {
  readonly op: "receive";
  readonly parameter: string;
  readonly into: string;
  readonly next: Label;
}

export interface Assign extends FromStep {
  readonly op: "assign";
  readonly variable: string;
  readonly expression: string;
  readonly next: Label;
}

/** Our server notes how the call went. The caller notices nothing, and no request is made for it where one can be spared. */
export interface Tell extends FromStep {
  readonly op: "tell";
  readonly disposition: string;
  /** May hold {placeholders}. */
  readonly note: string;
  readonly next: Label;
}

/** Decided by us, without the PBX: the first case that holds, else `otherwise`. */
export interface Choose extends FromStep {
  readonly op: "choose";
  readonly cases: readonly { readonly when: string; readonly to: Label }[];
  readonly otherwise: Label;
}

/**
 * Our server asks a web server. Begins a document of its own: what comes before it has then been heard, and it is sent
 * when the call comes to it and not before. Where nothing was to be heard before it, that costs no callback.
 */
export interface Request extends FromStep {
  readonly op: "request";
  readonly request: HttpTemplate;
  readonly keep: HttpKeep;
  /** By status: the first that fits (http/reply.ts). */
  readonly ways: readonly { readonly statuses: string; readonly to: Label }[];
  /** No answer, one that cannot be read, or one that no way is for. */
  readonly failed: Label;
}

/**
 * A command that holds others: the rounds of a loop, what happens when a call fails. What is inside runs on the PBX
 * alone, so nothing in there asks, remembers or requests; at its end the PBX goes on with the element, not with us.
 */
export interface Enclose extends FromStep {
  readonly op: "enclose";
  /** What the element needs before it: the list that a loop goes through. Never apart from it. */
  readonly before: readonly Command[];
  readonly command: Command;
  readonly insides: readonly Inside[];
  readonly next: Label;
}

export interface Inside {
  /** The element between the command and what is in it (OnError); absent: the commands stand in it directly. */
  readonly element?: string;
  readonly to: Label;
  /** What stands at `to` and behind it, up to the end. Found once the whole flow is lowered (2-analyse/fill-insides.ts). */
  readonly content: readonly InsidePart[];
}

/** Instructions that can run inside an element, as a tree. */
export type InsidePart =
  | { readonly op: "do"; readonly commands: readonly Command[] }
  | {
      readonly op: "choose";
      readonly cases: readonly { readonly when: string; readonly content: readonly InsidePart[] }[];
      readonly otherwise: readonly InsidePart[];
    }
  | { readonly op: "enclose"; readonly instruction: Enclose };

/** The document ends here: with a Hangup where the call is ours, with nothing where it goes on without us. */
export interface End extends FromStep {
  readonly op: "end";
  readonly commands: readonly Command[];
}

interface FromStep {
  /** The step that asked for this; source map and call traces lead back to it. */
  readonly step: string;
  /** Stands in the document of what comes before it: where no call is ours the PBX cannot be sent for another one. */
  readonly stays?: true;
}

/** Where a value lies in the data of its step: `["options", 0, "key"]`. */
export type Path = readonly (string | number)[];

/** Stands for the text of an element among its attributes: no attribute can be called so. */
export const contentField = "";

/** One OzML command to be written. Attributes in the order they are written. */
export interface Command {
  /** A command of the vocabulary, or what an author's own OzML holds. */
  readonly name: CommandName | (string & {});
  readonly step: string;
  /** The field of the step's data that each attribute came from; its text under {@link contentField}. */
  readonly fields: Readonly<Record<string, Path>>;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly content?: readonly ContentPart[];
  /** Elements inside, in place of a text. */
  readonly children?: readonly Command[];
  /** An author's own OzML: written as it is, whatever the generation of the PBX. */
  readonly verbatim?: true;
}

/** What stands in an element: a text, or a sound of the prompt library, whose address the server knows. */
export type ContentPart = TextPart | { readonly prompt: string };

export type AttributeValue = readonly TextPart[] | NewCallLink;

/**
 * The address that something new, begun by this command, asks for its own document: a call that is placed (Url of Call), a
 * report that comes later (DeliveryReportURL of SendSms).
 */
export interface NewCallLink {
  readonly newCall: Label;
}

export function isNewCallLink(value: AttributeValue): value is NewCallLink {
  return !Array.isArray(value);
}

/** The keys of a telephone. */
export const dtmfKeys: readonly string[] = [..."1234567890*#"];

/** Every label an instruction can go on at within the same document. */
export function inlineTargets(instruction: Instruction): readonly Label[] {
  switch (instruction.op) {
    case "do":
    case "receive":
    case "assign":
    case "tell":
    case "enclose":
      return [instruction.next];
    case "ask":
      return [
        ...instruction.keys.map((key) => key.to),
        instruction.silent,
        ...(instruction.foreseen ?? []).map(({ to }) => to),
      ];
    case "choose":
      return [...instruction.cases.map((one) => one.to), instruction.otherwise];
    case "request":
      return [...instruction.ways.map((one) => one.to), instruction.failed];
    case "await":
    case "end":
      return [];
  }
}

/** Every label that a request of the PBX can lead to from here: these begin documents. */
export function requestTargets(instruction: Instruction): readonly Label[] {
  const own = instruction.op === "ask" ? [instruction.other] : instruction.op === "await" ? [instruction.to] : [];
  return [...own, ...newCallTargets(instruction)];
}

/** Where it leads, by how a call gets there. */
export interface Ways {
  readonly inline: readonly Label[];
  readonly requests: readonly Label[];
  /** Among the requests. */
  readonly newCalls: readonly Label[];
}

export function waysOf(instruction: Instruction): Ways {
  return {
    inline: inlineTargets(instruction),
    requests: requestTargets(instruction),
    newCalls: newCallTargets(instruction),
  };
}

/** Commands that begin calls are written once: each time they are written, a call is made ready. */
export function placesCalls(instruction: Instruction): boolean {
  return newCallTargets(instruction).length > 0;
}

/** Where calls begin that this instruction places. */
export function newCallTargets(instruction: Instruction): readonly Label[] {
  switch (instruction.op) {
    case "ask":
      return newCalls(instruction.prompt);
    case "await":
      return newCalls([instruction.command]);
    case "do":
    case "end":
      return newCalls(instruction.commands);
    case "receive":
    case "assign":
    case "tell":
    case "choose":
    case "request":
    case "enclose":
      return [];
  }
}

function newCalls(commands: readonly Command[]): readonly Label[] {
  return commands.flatMap((command) =>
    Object.values(command.attributes).flatMap((value) => (isNewCallLink(value) ? [value.newCall] : [])),
  );
}
