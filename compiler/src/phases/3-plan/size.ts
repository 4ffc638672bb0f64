import type { Command, Enclose, InsidePart, Instruction } from "../../instructions/instruction.ts";
import { isNewCallLink } from "../../instructions/instruction.ts";

/** What a GoTo with its address takes, in bytes. */
export const linkBytes = 160;

/** What a decision of the server takes in the program, in bytes. */
const decisionBytes = 60;

/** About how many bytes an instruction becomes, without what follows it. Indentation is taken as 8 blanks a line. */
export function instructionBytes(instruction: Instruction): number {
  switch (instruction.op) {
    case "do":
    case "end":
      return sum(instruction.commands);
    case "ask":
      return (
        220 + linkBytes + sum(instruction.prompt) + (instruction.keys.length + (instruction.foreseen?.length ?? 0)) * 40
      );
    case "enclose":
      return encloseBytes(instruction);
    case "await":
      return sum([instruction.command]) + linkBytes;
    // Not a byte of these reaches the PBX, but the program grows by them, and a part is copied by its size.
    case "receive":
    case "assign":
    case "tell":
      return decisionBytes;
    case "choose":
      return decisionBytes * (1 + instruction.cases.length);
    case "request":
      return JSON.stringify(instruction.request).length + decisionBytes * (1 + instruction.ways.length);
  }
}

function encloseBytes({ before, command, insides }: Enclose): number {
  return sum([...before, command]) + insides.reduce((bytes, { content }) => bytes + 40 + insideBytes(content), 0);
}

function insideBytes(parts: readonly InsidePart[]): number {
  return parts.reduce((bytes, part) => {
    if (part.op === "do") return bytes + sum(part.commands);
    if (part.op === "enclose") return bytes + encloseBytes(part.instruction);
    const ways = [part.otherwise, ...part.cases.map((one) => one.content)];
    return bytes + ways.reduce((all, way) => all + decisionBytes + insideBytes(way), 0);
  }, 0);
}

function sum(commands: readonly Command[]): number {
  return commands.reduce((bytes, command) => bytes + commandBytes(command), 0);
}

function commandBytes(command: Command): number {
  let bytes = 14 + 2 * command.name.length + textBytes(command.content ?? []) + sum(command.children ?? []);
  for (const [name, value] of Object.entries(command.attributes)) {
    bytes += name.length + 4 + (isNewCallLink(value) ? linkBytes : textBytes(value));
  }
  return bytes;
}

/** Three bytes a character is the worst a common script takes; a value read at run time is taken as 20. */
function textBytes(parts: readonly (string | object)[]): number {
  return parts.reduce<number>((bytes, part) => bytes + (typeof part === "string" ? utf8Bytes(part) : 20), 0);
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) bytes += text.charCodeAt(at) < 128 ? 1 : 3;
  return bytes;
}
