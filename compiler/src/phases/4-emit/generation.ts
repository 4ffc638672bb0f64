import type { Command } from "../../instructions/instruction.ts";
import { findCommand, findParameter, type Generation } from "../../ozml/vocabulary.ts";

/** The two generations of the PBX call some elements differently (Forward, ForwardCall). */
export function elementNameOf(command: Command, generation: Generation): string {
  if (command.verbatim) return command.name;
  return findCommand(command.name)?.elementNames[generation] ?? command.name;
}

/** What the generation does not know is left out; the rule `generation-knows-it` has told the author. */
export function isWritten(command: Command, attribute: string, generation: Generation): boolean {
  const known = findCommand(command.name);
  const only = known === undefined ? undefined : findParameter(known, attribute)?.generation;
  return command.verbatim === true || only === undefined || only === generation;
}
