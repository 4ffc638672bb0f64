import type { InstructionGraph } from "../../instructions/builder.ts";
import { type Instruction, type Label, placesCalls } from "../../instructions/instruction.ts";
import type { Growth } from "./growth.ts";
import { leaveOutVain } from "./leave-out-vain.ts";
import { openBlock } from "./open-block.ts";
import { placeTells } from "./place-tells.ts";
import type { Block, PlanOptions } from "./plan.ts";
import { instructionBytes, linkBytes } from "./size.ts";
import { type Slot, SlotQueue } from "./slot.ts";
import type { Survey } from "./survey.ts";

/** UserInputs inside each other: how many a PBX bears is not written anywhere, and nobody presses more keys in a row. */
const maxNesting = 8;

/** What cannot be asked for later may make a document this many times as large as the budget. */
const maxStretch = 16;

/** The declaration and the root element. */
const frameBytes = 80;

/** What all documents of a program have in common while they are planned. */
interface Ground {
  readonly graph: InstructionGraph;
  readonly known: Survey;
  readonly growth: Growth;
  readonly options: PlanOptions;
}

/**
 * Makes one document: begins with what the label says and writes behind it whatever is wanted most, as long as it fits.
 * Every place that stays open asks for its own document.
 */
export function growDocument(root: Label, { graph, known, growth, options }: Ground): Block {
  const slots = new SlotQueue();
  /** A quarter of a document may stand elsewhere too: it saves callbacks, and growth stays bounded. */
  let copyBudget = options.sizeBudget / 4;
  let bytes = frameBytes;
  let document: Block | undefined;

  const open = (slot: Slot) => {
    bytes += linkBytes * slot.times;
    slots.add(slot);
  };
  const place = (slot: Slot, instruction: Instruction) => {
    growth.write(slot.to, instructionBytes(instruction), slot.times);
    bytes += instructionBytes(instruction) * slot.times;
    slot.fill(openBlock(instruction, slot, open));
  };
  const closesLoop = (slot: Slot) => known.closesLoop(slot.from, slot.to);
  const isCopy = (slot: Slot) => slot.isCopy || closesLoop(slot) || known.isElsewhere(slot.from, slot.to);
  const fits = (slot: Slot, instruction: Instruction): boolean => {
    if (instruction.op === "request") return false;
    const added = instructionBytes(instruction) * slot.times;
    if (instruction.stays && instruction.op !== "receive") return bytes + added <= options.sizeBudget * maxStretch;
    return (
      // What only a request brings (digits, a recording) is taken first, before anything else is known.
      (instruction.op !== "receive" || graph.get(slot.from)?.op === "receive") &&
      (options.trace === "lean" || !slot.isChoice) &&
      (instruction.op !== "ask" || slot.nesting < maxNesting) &&
      ((slot.isSure && !closesLoop(slot)) || !isCopy(slot) || (added <= copyBudget && !placesCalls(instruction))) &&
      bytes - linkBytes * slot.times + added <= options.sizeBudget &&
      growth.allows(slot.to, instructionBytes(instruction), slot.times)
    );
  };

  const beginning = {
    from: root,
    to: root,
    nesting: 0,
    distance: 0,
    times: 1,
    isSure: true,
    isChoice: false,
    isCopy: false,
  };
  const fill = (block: Block) => {
    document = block;
  };
  place({ ...beginning, fill }, instructionAt(graph, root));
  for (let slot = slots.take(); slot !== undefined; slot = slots.take()) {
    const instruction = instructionAt(graph, slot.to);
    if (fits(slot, instruction)) {
      const copied = isCopy(slot) && (!slot.isSure || closesLoop(slot));
      if (copied) copyBudget -= instructionBytes(instruction) * slot.times;
      bytes -= linkBytes * slot.times;
      place(copied ? { ...slot, isCopy: true } : slot, instruction);
    } else {
      slot.fill({ kind: "go", to: slot.to });
    }
  }
  if (document === undefined) throw new Error(`document ${root} was not planned`);
  return leaveOutVain(placeTells(document));
}

function instructionAt(graph: InstructionGraph, label: Label): Instruction {
  const instruction = graph.get(label);
  if (instruction === undefined) throw new Error(`no instruction stands at ${label}`);
  return instruction;
}
