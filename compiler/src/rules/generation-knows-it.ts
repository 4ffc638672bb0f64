import type { Diagnostic } from "../flow/diagnostic.ts";
import type { Command, InsidePart, Instruction } from "../instructions/instruction.ts";
import { findCommand, findParameter, type Generation } from "../ozml/vocabulary.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { type Said, said } from "../words/said.ts";

const named = { old: "Ozeki Phone System XE", new: "Ozeki 10" } as const;

/**
 * What the PBX that is compiled for does not know: an error where it would pass a whole step over, a warning where it
 * overlooks a part of one. Not among the rules, for the flow itself does not say which PBX it is for.
 */
export function checkGeneration({ graph, linked }: Analysis, generation: Generation): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const command of [...graph.values()].flatMap(commandsOf)) {
    const step = linked.steps.get(command.step)?.step;
    const known = findCommand(command.name);
    if (step === undefined || known === undefined || command.verbatim) continue;
    const add = (part: string, severity: Diagnostic["severity"], sentence: Said) =>
      found.set(`${step.id}\0${part}`, {
        code: "generation-knows-it",
        severity,
        ...said`${nameOf(step)}: ${sentence}`,
        step: step.id,
      });
    if (known.elementNames[generation] === null) {
      add(
        known.name,
        "error",
        said`${named[generation]} has no ${known.name}, so nothing happens here; remove the step.`,
      );
      continue;
    }
    for (const attribute of Object.keys(command.attributes)) {
      const only = findParameter(known, attribute)?.generation;
      if (only === undefined || only === generation) continue;
      add(
        attribute,
        "warning",
        said`${named[generation]} does not know ${attribute} of ${known.name} and goes without it.`,
      );
    }
  }
  return [...found.values()];
}

function commandsOf(instruction: Instruction): readonly Command[] {
  switch (instruction.op) {
    case "do":
    case "end":
      return instruction.commands;
    case "ask":
      return instruction.prompt;
    case "await":
      return [instruction.command];
    case "enclose":
      return [instruction.command, ...instruction.insides.flatMap(({ content }) => content.flatMap(commandsIn))];
    case "request":
    case "receive":
    case "assign":
    case "tell":
    case "choose":
      return [];
  }
}

function commandsIn(part: InsidePart): readonly Command[] {
  if (part.op === "do") return part.commands;
  if (part.op === "enclose") return commandsOf(part.instruction);
  return [part.otherwise, ...part.cases.map((one) => one.content)].flatMap((way) => way.flatMap(commandsIn));
}
