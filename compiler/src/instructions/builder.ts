import { ownVariable } from "../expressions/expressions.ts";
import { libraryPromptId } from "../expressions/library-prompt.ts";
import { pbxVariable, separatePbxNames } from "../expressions/pbx-names.ts";
import { literalText, parseText, type TextPart, tidySpokenText } from "../expressions/placeholders.ts";
import type { OzmlElement } from "../ozml/document.ts";
import type { CommandName } from "../ozml/vocabulary.ts";
import type { Ask, AttributeValue, Command, Enclose, Instruction, Label, NewCallLink, Path } from "./instruction.ts";
import { contentField } from "./instruction.ts";

/**
 * What a step's `emit` gets: it adds instructions under its own labels and asks where its ports lead. A step that is
 * reached in two contexts is asked twice, for the ends of its ways and some attributes differ.
 */
export interface Emitter {
  readonly context: Place["context"];
  /** The id of the step. */
  readonly step: string;
  /** What callers hear who come to the step here. */
  readonly speech: Speech;
  /**
   * Where the call goes when it leaves the step through this port; an end of the call when nothing is connected. Through
   * one that any language may be heard behind, it is said which.
   */
  port(port: string, language?: string): Label;
  /** Where a new call begins that this port starts. */
  newCall(port: string): NewCallLink;
  /** Where the PBX tells later what came of it, by the kind of entry; undefined when the flow has no such entry. */
  report(entry: string): NewCallLink | undefined;
  /** A label inside this step; without a detail, the step's own beginning. */
  label(detail?: string): Label;
  /** Adds the instruction that stands at the label. */
  at(label: Label, instruction: OwnInstruction): void;
  /** Adds a command that holds others. Each of `ports` is a port of this step with a body, in its element. */
  enclose(label: Label, one: Enclosed): void;
  /** A field of the step's data, to be written into a command: the document then knows which field it came from. */
  field(...path: Path): Field;
  /** A command of this step. Attributes that are undefined or "" are left out; texts may hold {placeholders}. */
  command(name: CommandName, attributes?: AttributeInput, content?: string | Field): Command;
  /** An element inside a command, such as the `item` of a list. */
  element(name: string, content: Field): Command;
  /** A variable of the step's own, which outlives a callback like those of the flow; 0 when the call begins. */
  ownNumber(name: string): string;
  /** The same for a text, "" when the call begins. */
  ownText(name: string): string;
  /** An author's own OzML, with everything inside. */
  verbatim(element: OzmlElement): Command;
}

/** In which language a step speaks to its callers. */
export interface Speech {
  /** One of the flow's, or what the words are written in where those are in none of them. */
  readonly language: string;
  /** The language that prompts are written in, where they are not translated. */
  readonly wordsIn: string;
  /** All that a flow speaks, the first one first. */
  readonly all: readonly string[];
  /** The PBX is told which it is, for the flow has more than one. */
  readonly isTold: boolean;
}

/** Where a step stands when it is asked for its instructions. */
export interface Place {
  readonly context: "extension" | "third-party" | "routing" | "message";
  /** Names that the PBX puts values to here. */
  readonly pbxNames: ReadonlySet<string>;
  readonly speech: Speech;
}

export interface Enclosed {
  readonly before?: readonly Command[];
  readonly command: Command;
  readonly ports: readonly { readonly port: string; readonly element?: string }[];
  readonly next: Label;
}

/** What stands in a field; objects and lists are not written into commands. */
export interface Field {
  readonly path: Path;
  readonly value: unknown;
}

/** An instruction as a step writes it; the builder adds whose it is. */
export type OwnInstruction = Instruction extends infer I
  ? I extends Instruction
    ? Omit<I, "step" | "stays">
    : never
  : never;
export type OwnAsk = Omit<Ask, "step" | "stays">;
/** A text stands for itself; a field also tells where it came from. */
export type AttributeInput = Readonly<Record<string, Field | NewCallLink | string | undefined>>;

export type InstructionGraph = ReadonlyMap<Label, Instruction>;

/** Where unconnected ports lead: the call ends, and says so explicitly. No step can be called so (flow/schema.ts). */
export const hangUpLabel: Label = "-end";

/** The same where the call is not ours to end, or where the PBX goes on with the element around. */
export const doneLabel: Label = "-done";

/** What a step remembers for itself. */
export interface OwnVariable {
  readonly name: string;
  readonly type: "number" | "text";
}

/** Where what the steps say is written down. */
export interface Written {
  readonly graph: Map<Label, Instruction>;
  readonly ownVariables: Map<string, OwnVariable>;
}

/** Whose instructions are asked for, and where its ways lead. */
export interface Emitted {
  readonly step: string;
  readonly data: unknown;
  readonly place: Place;
  /** Where the step's own labels begin. */
  readonly label: Label;
  target(port: string, language?: string): Label;
  entry(kind: string): Label | undefined;
}

export function createEmitter(
  { step, data, place, label: own, target: port, entry }: Emitted,
  { graph, ownVariables }: Written,
): Emitter {
  const written = (value: unknown): readonly TextPart[] => {
    const isPbxName = (name: string) => place.pbxNames.has(name);
    const parts = separatePbxNames(parseText(tidySpokenText(String(value))).parts, isPbxName);
    return parts.map((part) => {
      if (typeof part === "string") return part;
      return isPbxName(part.expression) ? pbxVariable(part.expression) : (literalText(part.expression) ?? part);
    });
  };
  const stays = place.context === "extension" ? {} : { stays: true };
  const at = (label: Label, instruction: OwnInstruction) =>
    graph.set(label, { ...instruction, step, ...stays } as Instruction);
  const verbatim = (element: OzmlElement): Command => ({
    name: element.name,
    step,
    fields: {},
    attributes: Object.fromEntries(element.attributes.map(({ name, value }) => [name, [value]])),
    ...(element.children.length > 0 ? { children: element.children.map(verbatim) } : { content: [element.text] }),
    verbatim: true,
  });
  const remember = (name: string, type: OwnVariable["type"]) => {
    const variable = ownVariable(step, name);
    ownVariables.set(variable, { name: variable, type });
    return variable;
  };
  return {
    context: place.context,
    speech: place.speech,
    step,
    verbatim,
    port,
    ownNumber: (name) => remember(name, "number"),
    ownText: (name) => remember(name, "text"),
    newCall: (name) => ({ newCall: port(name) }),
    report(kind) {
      const begin = entry(kind);
      return begin === undefined ? undefined : { newCall: begin };
    },
    label: (detail) => (detail === undefined ? own : `${own}.${detail}`),
    at,
    enclose(label, { before = [], command, ports, next }) {
      const insides = ports.map(({ port: name, element }): Enclose["insides"][number] => ({
        to: port(name),
        content: [],
        ...(element === undefined ? {} : { element }),
      }));
      at(label, { op: "enclose", before, command, insides, next });
    },
    field: (...path) => ({ path, value: valueAt(data, path) }),
    element: (name, content) => ({
      name,
      step,
      fields: { [contentField]: content.path },
      attributes: {},
      content: written(content.value),
    }),
    command(name, given = {}, content = "") {
      const attributes: Record<string, AttributeValue> = {};
      const fields: Record<string, Path> = {};
      for (const [key, input] of Object.entries(given)) {
        if (input === undefined || input === "") continue;
        if (typeof input === "string") {
          attributes[key] = [input];
        } else if (!("path" in input)) {
          attributes[key] = input;
        } else if (input.value !== undefined && input.value !== "") {
          attributes[key] = written(input.value);
          fields[key] = input.path;
        }
      }
      if (typeof content !== "string") fields[contentField] = content.path;
      const source = typeof content === "string" ? content : content.value;
      const sound = name === "Play" ? libraryPromptId(String(source)) : undefined;
      const text = sound === undefined ? written(source) : [{ prompt: sound }];
      return { name, step, fields, attributes, ...(text.length === 0 ? {} : { content: text }) };
    },
  };
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (at !== null && typeof at === "object" ? (at as Readonly<Record<string, unknown>>)[key] : undefined),
    data,
  );
}
