import { type Ask, dtmfKeys, type Instruction, type Label } from "../../instructions/instruction.ts";
import type { Block } from "./plan.ts";
import type { Slot } from "./slot.ts";

/** How much less callers do something than go on as asked: press a key, say nothing, press a key that is not offered. */
const distances = { key: 1, silent: 3, wrong: 6 };

/** Makes the block of an instruction with open places behind it. They are filled before anybody sees the block. */
export function openBlock(instruction: Instruction, at: Slot, open: (slot: Slot) => void): Block {
  const hole = (to: Label, fill: (block: Block) => void, further: Partial<Slot> = {}) =>
    open({ ...at, from: at.to, to, isChoice: false, ...further, fill });
  switch (instruction.op) {
    case "do": {
      const block = { kind: instruction.op, instruction, next: unfilled };
      hole(instruction.next, (next) => Object.assign(block, { next }));
      return block;
    }
    case "enclose": {
      const block = { kind: instruction.op, instruction, next: unfilled };
      hole(instruction.next, (next) => Object.assign(block, { next }));
      return block;
    }
    case "receive": {
      const block = { kind: instruction.op, instruction, next: unfilled };
      hole(instruction.next, (next) => Object.assign(block, { next }));
      return block;
    }
    case "assign": {
      const block = { kind: instruction.op, instruction, next: unfilled };
      hole(instruction.next, (next) => Object.assign(block, { next }));
      return block;
    }
    case "tell": {
      const block = { kind: instruction.op, instruction, at: at.to, isSure: false, next: unfilled };
      hole(instruction.next, (next) => Object.assign(block, { next }));
      return block;
    }
    case "choose": {
      const cases: Block[] = instruction.cases.map(() => unfilled);
      const block = { kind: instruction.op, instruction, cases, otherwise: unfilled };
      for (const [index, one] of instruction.cases.entries()) hole(one.to, (next) => cases.splice(index, 1, next));
      hole(instruction.otherwise, (otherwise) => Object.assign(block, { otherwise }));
      return block;
    }
    case "request": {
      const ways: Block[] = instruction.ways.map(() => unfilled);
      const block = { kind: instruction.op, instruction, ways, failed: unfilled };
      for (const [index, one] of instruction.ways.entries()) hole(one.to, (next) => ways.splice(index, 1, next));
      hole(instruction.failed, (failed) => Object.assign(block, { failed }));
      return block;
    }
    case "ask":
      return openQuestion(instruction, at, hole);
    case "await":
      return { kind: instruction.op, instruction };
    case "end":
      return { kind: instruction.op, instruction };
  }
}

const unfilled: Block = { kind: "go", to: "" };

function openQuestion(
  instruction: Ask,
  at: Slot,
  hole: (to: Label, fill: (block: Block) => void, further: Partial<Slot>) => void,
): Block {
  const keys: Block[] = instruction.keys.map(() => unfilled);
  const foreseen = (instruction.foreseen ?? []).map(({ key }) => ({ key, block: unfilled }));
  const block = { kind: instruction.op, instruction, keys, silent: unfilled, foreseen };
  const away = (distance: number) => ({ distance: at.distance + distance, isSure: false });
  const inside = { nesting: at.nesting + 1, isChoice: true };
  for (const [index, one] of instruction.keys.entries()) {
    hole(one.to, (next) => keys.splice(index, 1, next), { ...inside, ...away(distances.key) });
  }
  hole(instruction.silent, (silent) => Object.assign(block, { silent }), away(distances.silent));
  // An entry of one key that is not offered can only be one of the others: each gets an Input of its own, if that fits.
  const others = dtmfKeys.length - instruction.keys.length;
  if (instruction.maxDigits === 1 && instruction.keys.length > 0 && others > 0) {
    const further = { ...inside, ...away(distances.wrong), times: at.times * others, isCopy: true };
    hole(instruction.other, (wrong) => Object.assign(block, { wrong }), further);
  }
  for (const [index, { key, to, isWrong }] of (instruction.foreseen ?? []).entries()) {
    const fill = (then: Block) => foreseen.splice(index, 1, { key, block: then });
    hole(to, fill, { ...inside, ...away(isWrong ? distances.wrong : distances.key) });
  }
  return block;
}
