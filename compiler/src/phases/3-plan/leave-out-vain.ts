import { mayLeave } from "../../instructions/fate.ts";
import { type Block, waysOf } from "./plan.ts";

/**
 * An entry that was foreseen stands in the document to save the request about it. Where what follows it asks for another
 * document anyway, nothing is saved: it is left out, and the PBX asks about the entry.
 */
export function leaveOutVain(block: Block): Block {
  return holdsForeseen(block) ? leaveOut(block) : block;
}

function leaveOut(block: Block): Block {
  switch (block.kind) {
    case "do":
    case "enclose":
    case "receive":
    case "assign":
    case "tell":
      return { ...block, next: leaveOut(block.next) };
    case "choose":
      return { ...block, cases: block.cases.map(leaveOut), otherwise: leaveOut(block.otherwise) };
    case "request":
      return { ...block, ways: block.ways.map(leaveOut), failed: leaveOut(block.failed) };
    case "ask":
      return {
        ...block,
        keys: block.keys.map(leaveOut),
        silent: leaveOut(block.silent),
        ...(block.wrong === undefined ? {} : { wrong: leaveOut(block.wrong) }),
        foreseen: block.foreseen
          .filter((one) => !asksAllTheSame(one.block))
          .map(({ key, block: then }) => ({ key, block: leaveOut(then) })),
      };
    case "await":
    case "end":
    case "go":
      return block;
  }
}

/** Whether the call comes to another document on every way, before it is asked anything and before it can be over. */
function asksAllTheSame(block: Block): boolean {
  switch (block.kind) {
    case "go":
      return true;
    case "do":
      return !mayLeave(block.instruction.commands) && asksAllTheSame(block.next);
    case "assign":
    case "tell":
    case "choose":
      return waysOf(block).every(asksAllTheSame);
    default:
      return false;
  }
}

function holdsForeseen(block: Block): boolean {
  return (block.kind === "ask" && block.foreseen.length > 0) || waysOf(block).some(holdsForeseen);
}
