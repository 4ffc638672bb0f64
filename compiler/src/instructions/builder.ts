import { parseText, type TextPart, tidySpokenText } from "../expressions/placeholders.ts";
import type { CommandName } from "../ozml/vocabulary.ts";
import type { Ask, AttributeValue, Command, Instruction, Label, NewCallLink, Path } from "./instruction.ts";
import { contentField } from "./instruction.ts";

/** What a step's `emit` gets: it adds instructions under its own labels and asks where its ports lead. */
export interface Emitter {
  /** Where the call goes when it leaves the step through this port; an end of the call when nothing is connected. */
  port(port: string): Label;
  /** Where a new call begins that this port starts. */
  newCall(port: string): NewCallLink;
  /** A label inside this step; without a detail, the step's own beginning. */
  label(detail?: string): Label;
  /** Adds the instruction that stands at the label. */
  at(label: Label, instruction: OwnInstruction): void;
  /** A field of the step's data, to be written into a command: the document then knows which field it came from. */
  field(...path: Path): Field;
  /** A command of this step. Attributes that are undefined or "" are left out; texts may hold {placeholders}. */
  command(name: CommandName, attributes?: AttributeInput, content?: string | Field): Command;
}

/** What stands in a field; objects and lists are not written into commands. */
export interface Field {
  readonly path: Path;
  readonly value: unknown;
}

/** An instruction as a step writes it; the builder adds whose it is. */
export type OwnInstruction = Instruction extends infer I ? (I extends Instruction ? Omit<I, "step"> : never) : never;
export type OwnAsk = Omit<Ask, "step">;
export type AttributeInput = Readonly<Record<string, Field | NewCallLink>>;

export type InstructionGraph = ReadonlyMap<Label, Instruction>;

/** Where unconnected ports lead: the call ends, and says so explicitly. No step can be called so (flow/schema.ts). */
export const hangUpLabel: Label = "-end";

export function createEmitter(
  step: string,
  data: unknown,
  graph: Map<Label, Instruction>,
  targetOf: (port: string) => string | undefined,
): Emitter {
  const port = (name: string): Label => targetOf(name) ?? hangUpLabel;
  return {
    port,
    newCall: (name) => ({ newCall: port(name) }),
    label: (detail) => (detail === undefined ? step : `${step}.${detail}`),
    at: (label, instruction) => graph.set(label, { ...instruction, step } as Instruction),
    field: (...path) => ({ path, value: valueAt(data, path) }),
    command(name, given = {}, content = "") {
      const attributes: Record<string, AttributeValue> = {};
      const fields: Record<string, Path> = {};
      for (const [key, input] of Object.entries(given)) {
        if (!("path" in input)) {
          attributes[key] = input;
        } else if (input.value !== undefined && input.value !== "") {
          attributes[key] = written(input.value);
          fields[key] = input.path;
        }
      }
      if (typeof content !== "string") fields[contentField] = content.path;
      const text = written(typeof content === "string" ? content : content.value);
      return { name, step, fields, attributes, ...(text.length === 0 ? {} : { content: text }) };
    },
  };
}

function written(value: unknown): readonly TextPart[] {
  return parseText(tidySpokenText(String(value))).parts;
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (at !== null && typeof at === "object" ? (at as Readonly<Record<string, unknown>>)[key] : undefined),
    data,
  );
}
