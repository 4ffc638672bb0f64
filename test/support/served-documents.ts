import {
  type CommandEntry,
  createAnswerer,
  findCommand,
  findParameter,
  noCallFacts,
  type Program,
  type Tag,
} from "@ozflow/compiler";
import { SaxesParser, type SaxesTagPlain } from "saxes";

/** A document as the server would send it, and the documents its addresses ask for. */
export interface Served {
  readonly name: string;
  readonly xml: string;
  readonly asksFor: readonly string[];
  /** Where each start tag comes from. */
  readonly tags: readonly Tag[];
}

/** Every document of a program, served once to a call that has just begun. */
export function serveAll(program: Program): readonly Served[] {
  const answerer = createAnswerer(program);
  return Object.keys(program.handlers).map((name) => {
    const asksFor: string[] = [];
    const effects = {
      address(target: { document: string; session: string; turn: number; site: number }) {
        asksFor.push(target.document);
        return `http://h/${target.document}?s=${target.session}&t=${target.turn}&p=${target.site}`;
      },
      newSessionId: () => "new",
    };
    const session = answerer.begin("1", { ...noCallFacts, caller: "<&\"'>", dialed: "8000" });
    const { xml, tags } = answerer.answer({ document: name, parameters: {} }, session, effects);
    return { name, xml, asksFor, tags };
  });
}

const structural: Readonly<Record<string, readonly string[]>> = {
  Response: [],
  InitialCommands: [],
  Inputs: [],
  Input: ["key"],
  item: [],
  Received: [],
  OnSetup: [],
  OnError: [],
};

/**
 * Faults of a document by a strict XML parser and by the vocabulary: no element or attribute that the manual does not
 * have, in the manual's spelling. `verbatim`: it holds OzML that an author spelled, which may be in any case.
 */
export function documentFaults(xml: string, verbatim = false): readonly string[] {
  const faults: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => faults.push(error.message));
  parser.on("opentag", (tag: SaxesTagPlain) => faults.push(...tagFaults(tag, verbatim)));
  parser.write(xml).close();
  if (!xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>')) faults.push("the declaration is not at byte 0");
  return faults;
}

/** Names that a parameter has in the manual; its own, or an alias such as `id`, which every example of Array writes. */
function spellings(command: CommandEntry, name: string): readonly string[] {
  const parameter = findParameter(command, name);
  return parameter === undefined ? [] : [parameter.name, ...(parameter.aliases ?? [])];
}

function tagFaults(tag: SaxesTagPlain, verbatim: boolean): readonly string[] {
  const allowed = Object.hasOwn(structural, tag.name) ? structural[tag.name] : undefined;
  const command = findCommand(tag.name);
  if (verbatim) return command === undefined && allowed === undefined ? [`<${tag.name}> is not in the vocabulary`] : [];
  if (allowed === undefined && command?.name !== tag.name) return [`<${tag.name}> is not in the vocabulary`];
  return Object.keys(tag.attributes)
    .filter((name) =>
      allowed ? !allowed.includes(name) : command === undefined || !spellings(command, name).includes(name),
    )
    .map((name) => `<${tag.name}> has no ${name} in the vocabulary`);
}
