import type { Flow, Variable } from "../flow/index.ts";
import type { Context } from "../steps/definition.ts";
import { rawOzml } from "../steps/raw-ozml/raw-ozml.step.ts";
import { inEnglish, said, type Text } from "../words/said.ts";
import { relativeAddresses } from "./addresses.ts";
import { findDocument, type ImportedDocument, type ImportWarning, type OzmlFile, readDocument } from "./documents.ts";
import { digitsVariable, type Target } from "./draft.ts";
import { Importer } from "./importer.ts";
import { layOut } from "./lay-out.ts";
import { declaredVariables, notOurs, type OwnVariables } from "./own-variables.ts";
import type { Became } from "./simple-commands.ts";

export type { ImportWarning, OzmlFile };

export interface Imported {
  readonly flow: Flow;
  /** Steps that hold OzML as it was, because no step says it. */
  readonly verbatimSteps: number;
  readonly warnings: readonly ImportWarning[];
}

/** What begins in each context. A file about other people's calls is run at every change, so both ways lead to it. */
const entries: Readonly<Record<Context, { readonly became: Became; readonly also: readonly string[] }>> = {
  extension: { became: { type: "incoming-call", data: {}, port: "next" }, also: [] },
  "third-party": {
    became: { type: "call-changed", data: { states: ["Ringing"] }, port: "otherwise" },
    also: ["ringing"],
  },
  routing: { became: { type: "routing", data: {}, port: "next" }, also: [] },
  message: { became: { type: "message-received", data: {}, port: "next" }, also: [] },
};

/**
 * OzML as a flow that makes the same conversation. Total: every text gives a flow, and every word of it is in the flow
 * (in a step, in a raw OzML step where no step holds it, in a note where nobody hears it) or in a warning. The call begins
 * in the first file; files that link to each other become one flow. Labels and notes are written into it in one language.
 */
export function importOzml(files: readonly OzmlFile[], write: (text: Text) => string = inEnglish): Imported {
  const documents = files.map(readDocument);
  let own = declaredVariables(documents.flatMap((one) => one.commands));
  for (let round = 1; ; round += 1) {
    const { imported, begun } = importOnce(documents, own, write);
    const lost = notOurs(imported.flow, begun, own);
    if (lost.size === 0) return imported;
    const left = [...own].filter(([key]) => !lost.has(key));
    own = new Map(round < maxRounds ? left : []);
  }
}

/** What one variable costs the others is seen only when all is imported. After a few rounds none is taken over. */
const maxRounds = 5;

function importOnce(
  documents: readonly ImportedDocument[],
  own: OwnVariables,
  write: (text: Text) => string,
): { readonly imported: Imported; readonly begun: readonly string[] } {
  const files = documents.map((one) => one.file);
  const importer = new Importer(documents, own, write);
  const { draft } = importer;
  const warnings: ImportWarning[] = documents.flatMap(({ file, warnings: found }) =>
    found.map((warning) => ({ file: file.name, ...warning })),
  );
  const isHere = (address: string) => findDocument(documents, address) !== undefined;
  for (const document of documents) warnings.push(...relativeAddresses(document, isHere));
  const begun = new Map<Context, string>();
  for (const [index, document] of documents.entries()) {
    if (document.prose !== "") draft.note(document.prose);
    // A file that is led to was imported on the way; any other begins something, if nothing of its kind has begun yet.
    if (index > 0 && importer.reached.has(document)) continue;
    const isFirst = !begun.has(document.context);
    const begin = importer.begin(document, undefined, { begins: isFirst });
    importer.run();
    if (isFirst) begun.set(document.context, enter(document, begin, importer));
    else warnings.push({ file: document.file.name, ...said`nothing leads to this file, so its steps stand alone.` });
  }
  const { steps, edges } = draft.finish();
  const { layout } = layOut(steps, edges, [...begun.values()]);
  const leftmost = Math.min(0, ...Object.values(layout).map(({ x }) => x));
  const notes = draft.notes.slice(0, maxNotes).map((text, index) => ({
    id: `note-${index + 1}`,
    text,
    position: { x: leftmost - noteSize.width - 80, y: index * (noteSize.height + 20) },
    ...noteSize,
  }));
  for (const text of draft.notes.slice(maxNotes)) warnings.push({ file: files[0]?.name ?? "", ...said`${text}` });
  const usesDigits = steps.some((step) => step.data["saveTo"] === digitsVariable.name);
  const variables = [...own.values()].map((variable): Variable => ({ name: variable, type: "text" }));
  const flow: Flow = {
    formatVersion: 1,
    name: files[0]?.name.replace(/\.\w+$/, "").slice(0, 120) || write(said`Imported`),
    languages: ["en-US"],
    variables: [...(usesDigits ? [digitsVariable] : []), ...variables],
    steps,
    edges,
    notes,
    layout,
  };
  const verbatimSteps = steps.filter((step) => step.type === rawOzml.type).length;
  const told = inOrder([...warnings, ...importer.warnings], files);
  return { imported: { flow, verbatimSteps, warnings: told }, begun: [...begun.values()] };
}

/** As somebody comes to them who reads the files; what belongs to no line comes last. */
function inOrder(warnings: readonly ImportWarning[], files: readonly OzmlFile[]): readonly ImportWarning[] {
  const rank = new Map(files.map(({ name }, index) => [name, index]));
  const last = Number.POSITIVE_INFINITY;
  const place = ({ file, line = last, column = last }: ImportWarning) => [rank.get(file) ?? last, line, column];
  return warnings.toSorted((a, b) => {
    const [there, here] = [place(b), place(a)];
    const at = here.findIndex((value, index) => value !== there[index]);
    return at < 0 ? 0 : (here[at] ?? 0) < (there[at] ?? 0) ? -1 : 1;
  });
}

const maxNotes = 500;
const noteSize = { width: 280, height: 140 };

function enter(document: ImportedDocument, begin: Target, importer: Importer): string {
  const { became, also } = entries[document.context];
  const further = Object.fromEntries(also.map((port) => [port, begin]));
  return importer.draft.add(became, begin, further);
}
