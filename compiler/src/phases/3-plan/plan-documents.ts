import type { InstructionGraph } from "../../instructions/builder.ts";
import { type Instruction, type Label, requestTargets } from "../../instructions/instruction.ts";
import type { Lowered } from "../2-analyse/lower.ts";
import type { Block, Plan, PlanOptions } from "./plan.ts";
import { instructionBytes, linkBytes } from "./size.ts";
import { type Survey, survey } from "./survey.ts";

/** UserInputs inside each other: how many a PBX bears is not written anywhere, and nobody presses more keys in a row. */
const maxNesting = 8;

/** Cuts the graph into documents: one for each entry, then one for each place that a document asks for. */
export function planDocuments({ graph, entries }: Lowered, options: PlanOptions): Plan {
  const roots = [...entries.values()];
  const known = survey(graph, roots, options.sizeBudget);
  const documents = new Map<Label, Block>();
  const waiting = new Set(roots);
  for (const root of waiting) {
    const { block, asksFor } = growDocument(root, graph, known, options);
    documents.set(root, block);
    for (const label of asksFor) waiting.add(label);
  }
  return { documents, entries };
}

/** A place in the growing document that is still open. */
interface Slot {
  readonly from: Label;
  readonly to: Label;
  readonly nesting: number;
  /** How far from what most callers do: a key is one away, silence three. Nearer places are filled first. */
  readonly distance: number;
  /** Every caller who hears the beginning of the document comes here. */
  readonly isSure: boolean;
  /** A choice of the caller, which `branches` wants to see as a request. */
  readonly isChoice: boolean;
  fill(block: Block): void;
}

const keyDistance = 1;
const silentDistance = 3;

function growDocument(root: Label, graph: InstructionGraph, known: Survey, options: PlanOptions) {
  const asksFor = new Set<Label>();
  let document: Block | undefined;
  let bytes = 80;
  const slots = new SlotQueue();

  const open = (slot: Slot) => {
    bytes += linkBytes;
    slots.add(slot);
  };
  const place = (slot: Slot, instruction: Instruction) => {
    bytes += instructionBytes(instruction);
    for (const label of requestTargets(instruction)) asksFor.add(label);
    slot.fill(openBlock(instruction, slot, open));
  };

  const start: Slot = {
    from: root,
    to: root,
    nesting: 0,
    distance: 0,
    isSure: true,
    isChoice: false,
    fill: (block) => {
      document = block;
    },
  };
  place(start, instructionAt(graph, root));
  for (let slot = slots.take(); slot !== undefined; slot = slots.take()) {
    const instruction = instructionAt(graph, slot.to);
    const fits =
      !known.closesLoop(slot.from, slot.to) &&
      (slot.isSure || !known.isElsewhere(slot.from, slot.to)) &&
      !(options.trace === "branches" && slot.isChoice) &&
      (instruction.op !== "ask" || slot.nesting < maxNesting) &&
      bytes - linkBytes + instructionBytes(instruction) <= options.sizeBudget;
    bytes -= fits ? linkBytes : 0;
    if (fits) {
      place(slot, instruction);
    } else {
      asksFor.add(slot.to);
      slot.fill({ kind: "go", to: slot.to });
    }
  }
  if (document === undefined) throw new Error(`document ${root} was not planned`);
  return { block: document, asksFor };
}

function instructionAt(graph: InstructionGraph, label: Label): Instruction {
  const instruction = graph.get(label);
  if (instruction === undefined) throw new Error(`no instruction stands at ${label}`);
  return instruction;
}

/** Makes the block of an instruction with open places behind it. The holes are filled before anybody sees the block. */
function openBlock(instruction: Instruction, at: Slot, open: (slot: Slot) => void): Block {
  const hole = (to: Label, fill: (block: Block) => void, further: Partial<Slot> = {}) =>
    open({
      from: at.to,
      to,
      nesting: at.nesting,
      distance: at.distance,
      isSure: at.isSure,
      isChoice: false,
      ...further,
      fill,
    });
  const pending: Block = { kind: "go", to: at.to };
  switch (instruction.op) {
    case "do": {
      const block = { kind: instruction.op, instruction, next: pending };
      hole(instruction.next, (next) => Object.assign(block, { next }));
      return block;
    }
    case "receive": {
      const block = { kind: instruction.op, instruction, next: pending };
      hole(instruction.next, (next) => Object.assign(block, { next }));
      return block;
    }
    case "assign": {
      const block = { kind: instruction.op, instruction, next: pending };
      hole(instruction.next, (next) => Object.assign(block, { next }));
      return block;
    }
    case "choose": {
      const cases: Block[] = instruction.cases.map(() => pending);
      const block: Block = { kind: instruction.op, instruction, cases, otherwise: pending };
      instruction.cases.forEach((one, index) => {
        hole(one.to, (then) => {
          cases[index] = then;
        });
      });
      hole(instruction.otherwise, (otherwise) => Object.assign(block, { otherwise }));
      return block;
    }
    case "ask": {
      const keys: Block[] = instruction.keys.map(() => pending);
      const block = { kind: instruction.op, instruction, keys, silent: pending };
      const nesting = at.nesting + 1;
      const inside = { nesting, distance: at.distance + keyDistance, isSure: false, isChoice: true };
      instruction.keys.forEach((one, index) => {
        const fill = (then: Block) => {
          keys[index] = then;
        };
        hole(one.to, fill, inside);
      });
      hole(instruction.silent, (silent) => Object.assign(block, { silent }), {
        distance: at.distance + silentDistance,
        isSure: false,
      });
      return block;
    }
    case "await":
      return { kind: instruction.op, instruction };
    case "end":
      return { kind: instruction.op, instruction };
  }
}

/** Slots by distance, first come first served among equals, so that the result depends on nothing but the flow. */
class SlotQueue {
  private readonly byDistance: Slot[][] = [];

  add(slot: Slot): void {
    const list = this.byDistance[slot.distance] ?? [];
    this.byDistance[slot.distance] = list;
    list.push(slot);
  }

  take(): Slot | undefined {
    for (const list of this.byDistance) {
      if (list === undefined || list.length === 0) continue;
      return list.shift();
    }
    return undefined;
  }
}
