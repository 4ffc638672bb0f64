import { type CommandEntry, findCommand, findParameter, sameName } from "@ozflow/compiler";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { structuralElements } from "../../compiler/src/ozml/vocabulary.ts";

/** What a strict PBX would find wrong: markup that is not XML, elements and attributes that are not in the vocabulary. */
export function faultsInOzml(xml: string): readonly string[] {
  const faults: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => faults.push(error.message));
  parser.on("opentag", (tag) => faults.push(...faultsInTag(tag)));
  parser.write(xml).close();
  return faults;
}

function faultsInTag(tag: SaxesTagPlain): readonly string[] {
  const command = findCommand(tag.name);
  const structure = Object.entries(structuralElements).find(([name]) => sameName(name, tag.name))?.[1];
  if (command === undefined && structure === undefined) return [`<${tag.name}> is not in the vocabulary`];
  return Object.keys(tag.attributes)
    .filter((name) => !isKnown(name, command, structure?.attributes ?? []))
    .map((name) => `<${tag.name}> has no "${name}" in the vocabulary`);
}

function isKnown(attribute: string, command: CommandEntry | undefined, structural: readonly string[]): boolean {
  if (structural.some((one) => sameName(one, attribute))) return true;
  return command !== undefined && findParameter(command, attribute) !== undefined;
}
