import { findCommand } from "../ozml/vocabulary.ts";
import type { Command, Enclose, InsidePart } from "./instruction.ts";

/** What a command can do to a call beside being heard. `unknown`: whatever an author's own OzML may hold. */
export type Fate = "goes-on" | "hangs-up" | "may-transfer" | "hands-over" | "rejects" | "unknown";

/** Author's own commands that are nothing but what they say: they take no time, ask nobody and end no call. */
const plain: ReadonlySet<string> = new Set([
  "Beep",
  "CallSetup",
  "DeleteFile",
  "MoveFile",
  "SendAlarmNotification",
  "SendDTMF",
  "SendEmail",
  "SendMsg",
  "SendSms",
  "Var",
]);

/** On a call of our own extension. */
export function fateOf(command: Command): Fate {
  const name = findCommand(command.name)?.name;
  if (command.verbatim === true) return name !== undefined && plain.has(name) ? "goes-on" : "unknown";
  switch (name) {
    case "Hangup":
      return "CallId" in command.attributes ? "goes-on" : "hangs-up";
    case "BlindTransfer":
      return "CallId" in command.attributes ? "goes-on" : "may-transfer";
    case "GoTo":
      return "hands-over";
    case "Reject":
      return "rejects";
    default:
      return "goes-on";
  }
}

/** Whether a call may be gone when these are done. */
export function mayLeave(commands: readonly Command[]): boolean {
  return commands.some((command) => fateOf(command) !== "goes-on");
}

/** Every command that may run inside of it, on any way. */
export function commandsInside(enclose: Enclose): readonly Command[] {
  const inParts = (parts: readonly InsidePart[]): readonly Command[] =>
    parts.flatMap((part) => {
      if (part.op === "do") return part.commands;
      if (part.op === "enclose") return commandsInside(part.instruction);
      return [part.otherwise, ...part.cases.map((one) => one.content)].flatMap(inParts);
    });
  return enclose.insides.flatMap((inside) => inParts(inside.content));
}
