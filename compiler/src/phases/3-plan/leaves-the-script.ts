import type { Command, Enclose, InsidePart } from "../../instructions/instruction.ts";
import { findCommand } from "../../ozml/vocabulary.ts";

/**
 * Commands behind which the script goes on whatever comes of them. Behind any other (a transfer that succeeds, an
 * author's own OzML) the PBX may never come to what follows.
 */
const goesOn: ReadonlySet<string> = new Set([
  "Array",
  "Beep",
  "Call",
  "CallSetup",
  "DeleteFile",
  "Delay",
  "Hold",
  "MoveFile",
  "Play",
  "SendAlarmNotification",
  "SendDTMF",
  "SendEmail",
  "SendMsg",
  "SendSms",
  "Speak",
  "Unhold",
  "Var",
  "WaitForMsg",
]);

/** Whether a call may be gone when these are done. */
export function mayLeave(commands: readonly Command[]): boolean {
  return commands.some((command) => command.verbatim === true || !goesOn.has(findCommand(command.name)?.name ?? ""));
}

/** The same of a command that holds others. */
export function mayLeaveInside({ insides }: Enclose): boolean {
  return insides.some(({ content }) => content.some(leaves));
}

function leaves(part: InsidePart): boolean {
  if (part.op === "do") return mayLeave(part.commands);
  if (part.op === "enclose") return mayLeaveInside(part.instruction);
  return [part.otherwise, ...part.cases.map((one) => one.content)].some((way) => way.some(leaves));
}
