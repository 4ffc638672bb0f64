import { commandsInside, mayLeave } from "../../instructions/fate.ts";
import { type Block, waysOf } from "./plan.ts";

/**
 * What is to be noted of a call must come to our server, though nothing tells it which way a caller takes through a
 * document. Whatever every caller comes to who stays on the line is noted when the document is served; the rest when the
 * next one is asked for, for its address knows the way. Only where a call may end on that way without asking again does
 * a document of its own begin: that costs a callback, and nothing else would tell.
 */
export function placeTells(block: Block): Block {
  return holdsTell(block) ? place(block, true) : block;
}

/** `isSure`: whoever stays on the line comes here. */
function place(block: Block, isSure: boolean): Block {
  switch (block.kind) {
    case "tell": {
      const next = place(block.next, isSure);
      return isSure || asksAgain(next) ? { ...block, isSure, next } : { kind: "go", to: block.at };
    }
    case "do":
      return { ...block, next: place(block.next, isSure && !mayLeave(block.instruction.commands)) };
    case "enclose":
      return { ...block, next: place(block.next, isSure && !mayLeave(commandsInside(block.instruction))) };
    case "receive":
      return { ...block, next: place(block.next, isSure) };
    case "assign":
      return { ...block, next: place(block.next, isSure) };
    case "choose":
      return {
        ...block,
        cases: block.cases.map((one) => place(one, isSure)),
        otherwise: place(block.otherwise, isSure),
      };
    case "request":
      return { ...block, ways: block.ways.map((one) => place(one, isSure)), failed: place(block.failed, isSure) };
    case "ask":
      return {
        ...block,
        keys: block.keys.map((one) => place(one, false)),
        silent: place(block.silent, false),
        ...(block.wrong === undefined ? {} : { wrong: place(block.wrong, false) }),
        foreseen: block.foreseen.map(({ key, block: then }) => ({ key, block: place(then, false) })),
      };
    case "await":
    case "end":
    case "go":
      return block;
  }
}

/** Whether every caller who stays on the line makes the PBX ask again. */
function asksAgain(block: Block): boolean {
  if (block.kind === "go" || block.kind === "await") return true;
  if (block.kind === "end") return false;
  if (block.kind === "do" && mayLeave(block.instruction.commands)) return false;
  if (block.kind === "enclose" && mayLeave(commandsInside(block.instruction))) return false;
  return waysOf(block).every(asksAgain);
}

function holdsTell(block: Block): boolean {
  return block.kind === "tell" || waysOf(block).some(holdsTell);
}
