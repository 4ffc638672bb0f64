import type { OzmlElement } from "../ozml/document.ts";
import { type CommandEntry, findCommand, findParameter } from "../ozml/vocabulary.ts";
import { said } from "../words/said.ts";
import type { ImportedDocument, ImportWarning } from "./documents.ts";

/**
 * Commands with their addresses written out in full. A relative one means the place the document came from, and served by
 * us it comes from elsewhere. `base` is where the PBX finds the document.
 */
export function withFullAddresses(elements: readonly OzmlElement[], base: string): readonly OzmlElement[] {
  return elements.map((element) => {
    const command = findCommand(element.name);
    const full = (name: string | undefined, value: string) =>
      isAddress(command, name) && isRelative(value) && URL.canParse(value.trim(), base)
        ? new URL(value.trim(), base).href
        : value;
    return {
      ...element,
      text: full(command?.contentParameter, element.text),
      attributes: element.attributes.map((one) => ({ ...one, value: full(one.name, one.value) })),
      children: withFullAddresses(element.children, base),
    };
  });
}

/** Addresses that stay relative, because nobody knows where the document lies, and that lead to none of the files. */
export function relativeAddresses(
  { file, commands }: ImportedDocument,
  isHere: (address: string) => boolean,
): readonly ImportWarning[] {
  const found: ImportWarning[] = [];
  const visit = (element: OzmlElement): void => {
    const command = findCommand(element.name);
    const tell = (name: string | undefined, value: string, { line, column } = element.position) => {
      if (!isAddress(command, name) || !isRelative(value) || isHere(value)) return;
      const told = said`"${value.trim()}" is an address beside this file, and where that lies is not known: the phone system would look for it at OzFlow. Write the whole address.`;
      found.push({ file: file.name, ...told, line, column });
    };
    tell(command?.contentParameter, element.text);
    for (const { name, value, position } of element.attributes) tell(name, value, position);
    for (const child of element.children) visit(child);
  };
  for (const element of commands) visit(element);
  return found;
}

function isAddress(command: CommandEntry | undefined, name: string | undefined): boolean {
  const type = command === undefined || name === undefined ? undefined : findParameter(command, name)?.type;
  return type === "url" || type === "url or SQL";
}

/** What begins with a variable of the PBX is known in the call only; what holds blanks is SQL, or no address. */
function isRelative(value: string): boolean {
  const address = value.trim();
  return address !== "" && !address.startsWith("$") && !/\s/.test(address) && !URL.canParse(address);
}
