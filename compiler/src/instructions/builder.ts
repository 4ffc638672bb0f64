import { parseText, type TextPart, tidySpokenText } from "../expressions/placeholders.ts";
import type { CommandName } from "../ozml/vocabulary.ts";
import type { Ask, AttributeValue, Command, Instruction, Label } from "./instruction.ts";

/** What a step's `emit` gets: it adds instructions under its own labels and asks where its ports lead. */
export interface Emitter {
  /** Where the call goes when it leaves the step through this port; an end of the call when nothing is connected. */
  port(port: string): Label;
  /** Where a new call begins that this port starts. */
  newCall(port: string): AttributeValue;
  /** A label inside this step; without a detail, the step's own beginning. */
  label(detail?: string): Label;
  /** Adds the instruction that stands at the label. */
  at(label: Label, instruction: OwnInstruction): void;
  /** A command of this step. Attributes that are undefined or "" are left out; strings may hold {placeholders}. */
  command(name: CommandName, attributes?: AttributeInput, content?: string): Command;
}

/** An instruction as a step writes it; the builder adds whose it is. */
export type OwnInstruction = Instruction extends infer I ? (I extends Instruction ? Omit<I, "step"> : never) : never;
export type OwnAsk = Omit<Ask, "step">;
export type AttributeInput = Readonly<Record<string, string | number | boolean | AttributeValue | undefined>>;

export type InstructionGraph = ReadonlyMap<Label, Instruction>;

/** Where unconnected ports lead: the call ends, and says so explicitly. No step can be called so (flow/schema.ts). */
export const hangUpLabel: Label = "-end";

export function createEmitter(
  step: string,
  graph: Map<Label, Instruction>,
  targetOf: (port: string) => string | undefined,
): Emitter {
  const port = (name: string): Label => targetOf(name) ?? hangUpLabel;
  return {
    port,
    newCall: (name) => ({ newCall: port(name) }),
    label: (detail) => (detail === undefined ? step : `${step}.${detail}`),
    at: (label, instruction) => graph.set(label, { ...instruction, step } as Instruction),
    command: (name, attributes = {}, content) => ({
      name,
      step,
      attributes: Object.fromEntries(
        Object.entries(attributes).flatMap(([key, value]) =>
          value === undefined || value === "" ? [] : [[key, toAttribute(value)]],
        ),
      ),
      ...(content === undefined ? {} : { content: spoken(content) }),
    }),
  };
}

function toAttribute(value: string | number | boolean | AttributeValue): AttributeValue {
  if (typeof value === "object") return value;
  return typeof value === "string" ? parseText(tidySpokenText(value)).parts : [String(value)];
}

function spoken(content: string): readonly TextPart[] {
  return parseText(tidySpokenText(content)).parts;
}
