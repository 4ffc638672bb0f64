import { type OzmlElement, type ReadWarning, sameName } from "../ozml/document.ts";
import { readOzml } from "../ozml/reader.ts";
import { findCommand } from "../ozml/vocabulary.ts";
import type { Context } from "../steps/definition.ts";
import type { Said } from "../words/said.ts";
import { withFullAddresses } from "./addresses.ts";

/** A file to be imported. `name` is what it is called in warnings, and what its address ends in. */
export interface OzmlFile {
  readonly name: string;
  readonly text: string;
  /** Where the PBX finds it. */
  readonly url?: string;
}

/** Something in a file that was guessed, or will not be as somebody may expect. Lines and columns from 1. */
export interface ImportWarning extends Said {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface ImportedDocument {
  readonly file: OzmlFile;
  readonly commands: readonly OzmlElement[];
  readonly context: Context;
  /** Words that stand between the commands, beside them and in comments, as the reader found them. */
  readonly prose: string;
  readonly warnings: readonly ReadWarning[];
  /** No way through it comes to its end: one command at the top ends it. */
  readonly endsItself: boolean;
}

export function readDocument(file: OzmlFile): ImportedDocument {
  const { root, beside, warnings } = readOzml(file.text);
  const isFrame = root !== undefined && (sameName(root.name, "Response") || sameName(root.name, "OzML"));
  const written = root === undefined ? [] : isFrame ? root.children : [root];
  const commands = file.url === undefined ? written : withFullAddresses(written, file.url);
  const attributes = isFrame ? root.attributes.map(({ name, value }) => `${name}="${value}"`) : [];
  const prose = root === undefined ? file.text : [...beside, ...(isFrame ? [...attributes, root.text] : [])].join("\n");
  const context = contextOf(commands);
  return {
    file,
    commands,
    context,
    prose: prose.trim(),
    warnings,
    endsItself: commands.some((one) => ends(one, context)),
  };
}

/** Nothing runs behind it, whatever happened before. */
export function ends(element: OzmlElement, context: Context): boolean {
  const name = findCommand(element.name)?.name;
  if (context === "extension") return name === "Hangup" || name === "GoTo" || name === "Exit";
  return context === "routing" ? name === "Route" : name === "Hangup" && element.attributes.length === 0;
}

/** Some commands can stand in one context only, and Party is ignored where a call has no two sides. */
function contextOf(commands: readonly OzmlElement[]): Context {
  const contexts = commands.map((one) => findCommand(one.name)?.contexts ?? []);
  if (contexts.some((some) => some.includes("routing"))) return "routing";
  const onlyOthers = contexts.some((some) => some.includes("third-party") && !some.includes("extension"));
  const namesParty = commands.some((one) => one.attributes.some(({ name }) => /^(party|transferorparty)$/i.test(name)));
  const onlyOurs = contexts.some((some) => some.length > 0 && !some.includes("third-party"));
  return onlyOthers || (namesParty && !onlyOurs) ? "third-party" : "extension";
}

/** The file that an address leads to: by the address it is said to have, else by the name the address ends in. */
export function findDocument(documents: readonly ImportedDocument[], address: string): ImportedDocument | undefined {
  const plain = withoutQuery(address);
  const byUrl = documents.find(({ file }) => file.url !== undefined && withoutQuery(file.url) === plain);
  if (byUrl !== undefined) return byUrl;
  const last = decoded(plain.split("/").at(-1) ?? "");
  return documents.find(
    ({ file }) => file.url === undefined && last !== "" && last === file.name.split(/[\\/]/).at(-1),
  );
}

function withoutQuery(address: string): string {
  return address.trim().replace(/[?#].*$/s, "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
