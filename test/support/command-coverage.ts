import { readFileSync } from "node:fs";
import {
  type CommandEntry,
  commands,
  compile,
  findCommand,
  findStepDefinition,
  importOzml,
  type OzmlElement,
  readOzml,
} from "@ozflow/compiler";
import { writeRaw } from "../../compiler/src/import/write-raw.ts";
import { executors } from "../../compiler/src/machine/commands/index.ts";
import { callCommands } from "../../server/src/pbx/virtual/api/calls.ts";
import { listCommands } from "../../server/src/pbx/virtual/api/lists.ts";
import { messageCommands } from "../../server/src/pbx/virtual/api/messages.ts";
import { serveAll } from "./served-documents.ts";
import { flowAround, readCases, stepFolders } from "./step-cases.ts";

/** What the product can do with one command of the language. Each cell is found out, none is typed. */
export interface Coverage {
  readonly command: string;
  /** Step kinds an author can draw it with. */
  readonly designed: string;
  readonly emitted: string;
  readonly imported: string;
  readonly executed: string;
  readonly client: string;
  readonly virtualApi: string;
  readonly generations: string;
  readonly certainty: string;
}

const apiOnly = "– (API only)";
const responseOnly = "– (response only)";

/** A row for each of the 39 commands, in the order of the vocabulary. */
export function commandCoverage(): readonly Coverage[] {
  const drawnBy = stepsByCommand();
  const examples = referenceExamples();
  const compiled = compiledDocuments();
  return commands.map((command): Coverage => {
    const inResponse = command.usableIn.includes("response");
    const inApi = command.usableIn.includes("api");
    const steps = drawnBy.get(command.name) ?? [];
    return {
      command: command.name,
      designed: inResponse ? steps.map((kind) => `\`${kind}\``).join(", ") || "as OzML of your own" : apiOnly,
      emitted: inResponse ? (steps.length > 0 ? "yes" : "verbatim") : apiOnly,
      imported: inResponse ? importedAs(command, [examples.get(command.name) ?? "", ...compiled]) : apiOnly,
      executed: inResponse ? (Object.hasOwn(executors, command.name) ? "yes" : "no") : apiOnly,
      client: inApi ? (clientSends(command.name) ? "yes" : "no") : responseOnly,
      virtualApi: inApi ? (Object.hasOwn(apiCommands, command.name) ? "yes" : "no") : responseOnly,
      generations: command.generations.join(", "),
      certainty: command.certainty,
    };
  });
}

const apiCommands = { ...callCommands, ...messageCommands, ...listCommands };

/** Which step kinds write a command, by the documents of their cases. */
function stepsByCommand(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const kind of stepFolders()) {
    for (const one of readCases(kind)) {
      const { program } = compile(flowAround(kind, one));
      if (program === undefined) continue;
      for (const handler of Object.keys(program.handlers)) {
        for (const name of tagsOf(program, handler)) {
          found.set(name, (found.get(name) ?? new Set()).add(kind));
        }
      }
    }
  }
  return new Map([...found].map(([name, kinds]) => [name, [...kinds].filter((kind) => kind !== "raw-ozml").sort()]));
}

/** Commands in a document that come from the step under test, which is called "it" (test/support/step-cases.ts). */
function tagsOf(program: Parameters<typeof serveAll>[0], document: string): readonly string[] {
  const served = serveAll(program).find((one) => one.name === document);
  if (served === undefined) return [];
  return inOrder(readOzml(served.xml).root).flatMap((element, index) => {
    const command = commands.find((one) => Object.values(one.elementNames).includes(element.name));
    return served.tags[index]?.step === "it" && command !== undefined ? [command.name] : [];
  });
}

function inOrder(root: OzmlElement | undefined): readonly OzmlElement[] {
  return root === undefined ? [] : [root, ...root.children.flatMap(inOrder)].sort((a, b) => a.index - b.index);
}

/** What the command becomes alone, over all documents that hold it: the step that the call comes to first. */
function importedAs(command: CommandEntry, documents: readonly string[]): string {
  const kinds = new Set<string>();
  for (const ozml of [...documents, `<Response><${command.name}/></Response>`]) {
    for (const alone of withCommand(readOzml(ozml).root, command)) {
      // A place-call step holds what is said to whoever is called, so the file that its Url leads to is needed too.
      const links = alone.flatMap((one) => one.attributes.filter(({ name }) => name === "Url"));
      const linked = links.map(({ value }) => ({ name: value, text: "<Response/>", url: value }));
      const { flow } = importOzml([{ name: "example.ozml", text: writeRaw(alone) }, ...linked]);
      const entries = new Set(flow.steps.filter((step) => isEntry(step.type)).map((step) => step.id));
      const first = flow.edges.find((edge) => entries.has(edge.from))?.to;
      const kind = flow.steps.find((step) => step.id === first)?.type;
      if (kind !== undefined) kinds.add(kind);
    }
  }
  const drawn = [...kinds].filter((kind) => kind !== "raw-ozml").sort();
  return drawn.map((kind) => `\`${kind}\``).join(", ") || (kinds.size > 0 ? "kept as OzML" : "no");
}

function isEntry(kind: string): boolean {
  return findStepDefinition(kind)?.entry !== undefined;
}

/** Each place where the command stands; an Array with the ForEach behind it. */
function withCommand(root: OzmlElement | undefined, command: CommandEntry): readonly (readonly OzmlElement[])[] {
  const isIt = (one: OzmlElement) => findCommand(one.name)?.name === command.name;
  const found: (readonly OzmlElement[])[] = root !== undefined && isIt(root) ? [[root]] : [];
  const visit = ({ children }: OzmlElement): void => {
    for (const [index, one] of children.entries()) {
      if (isIt(one)) found.push(children.slice(index, index + (command.name === "Array" ? 2 : 1)));
      visit(one);
    }
  };
  if (root !== undefined) visit(root);
  return found;
}

/** Every document that the cases of the steps are compiled to. */
function compiledDocuments(): readonly string[] {
  const programs = stepFolders().flatMap((kind) =>
    readCases(kind).map((one) => compile(flowAround(kind, one)).program),
  );
  return programs.flatMap((program) => (program === undefined ? [] : serveAll(program).map((one) => one.xml)));
}

function referenceExamples(): ReadonlyMap<string, string> {
  const reference: { commands: { name: string; example: string }[] } = JSON.parse(
    readFileSync(new URL("../fixtures/ozml-reference.json", import.meta.url), "utf8"),
  );
  return new Map(reference.commands.map(({ name, example }) => [name, example]));
}

function clientSends(command: string): boolean {
  const files = ["ozeki-calls.ts", "ozeki-lists.ts", "ozeki-messages.ts"];
  return files.some((file) =>
    readFileSync(new URL(`../../server/src/pbx/${file}`, import.meta.url), "utf8").includes(`"${command}"`),
  );
}

/** The page docs/commands.md. */
export function commandsPage(): string {
  const heads = [
    "command",
    "drawn with",
    "emitted",
    "imported as",
    "run by machine and virtual PBX",
    "API client",
    "virtual API",
    "generations",
    "certainty",
  ];
  const rows = commandCoverage().map((row) => `| ${Object.values(row).join(" | ")} |`);
  return [
    "# The 39 commands",
    "",
    "What OzFlow does with each command of OzML and of the HTTP API. Made by `npm run docs` from the code and its test",
    "data; `test/docs/commands.test.ts` fails when it is not true. Not every cell can apply: some commands stand only in a",
    "response, some only in a request to the HTTP API.",
    "",
    `| ${heads.join(" | ")} |`,
    `|${heads.map(() => "---").join("|")}|`,
    ...rows,
    "",
    "*imported as*: what the command alone becomes. What no step says exactly, an attribute no page names or a `$name` of the",
    "phone system, is kept as OzML: imported, drawn and run as a step of its own that holds it. What is marked *inferred* no",
    "stored page of the manual states.",
    "",
  ].join("\n");
}
