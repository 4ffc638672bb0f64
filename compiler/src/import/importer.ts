import { attribute, type OzmlElement } from "../ozml/document.ts";
import { findCommand } from "../ozml/vocabulary.ts";
import type { Context } from "../steps/definition.ts";
import { ends, findDocument, type ImportedDocument, type ImportWarning } from "./documents.ts";
import { accepted, Draft, type Target } from "./draft.ts";
import { importAlarm, importLoop, importRequest } from "./insides.ts";
import { type Became, simpleCommands } from "./simple-commands.ts";
import { NotHeld, Taker } from "./take.ts";
import { importQuestion } from "./user-input.ts";
import { writeRaw } from "./write-raw.ts";

/** Where commands stand that are imported. */
export interface Around {
  readonly document: ImportedDocument;
  readonly context: Context;
  /** Names that the PBX puts values to here, in lower case. */
  readonly pbxNames: ReadonlySet<string>;
  /** Inside of a step nothing asks and nothing leads away. */
  readonly isInside: boolean;
}

/** How often one file is written out because it is come back from to different places. */
const maxInstances = 8;

/** Turns commands into steps, from the end of each way to its beginning. What no step holds becomes raw OzML. */
export class Importer {
  readonly draft = new Draft();
  readonly warnings: ImportWarning[] = [];
  readonly reached = new Set<ImportedDocument>();
  private readonly documents: readonly ImportedDocument[];
  private readonly instances = new Map<ImportedDocument, Map<Target, string>>();
  private readonly waiting: (() => void)[] = [];
  /** Places in files whose commands are kept, as far as that was told. */
  private readonly kept = new Set<string>();
  private readonly lists: ReadonlyMap<string, OzmlElement>;
  private places = 0;

  constructor(documents: readonly ImportedDocument[]) {
    this.documents = documents;
    this.lists = declaredLists(documents);
  }

  /** The file an address leads to. What a query says is of no use to a file, so it is only told. */
  find(address: string): ImportedDocument | undefined {
    const found = findDocument(this.documents, address);
    if (found !== undefined && /[?#]/.test(address)) {
      this.warnings.push({
        file: found.file.name,
        message: `"${address}" leads to this file; what it says behind the name was left out.`,
      });
    }
    return found;
  }

  /** The one Array that declares the list, when one ForEach alone goes through it. */
  ownList(name: string): OzmlElement | undefined {
    return this.lists.get(name.toLowerCase());
  }

  /** Where the document begins, when the call goes on at `next` behind it; undefined when that is once too often. */
  begin(document: ImportedDocument, next: Target, begins = false): string | undefined {
    const known = this.instances.get(document) ?? new Map<Target, string>();
    this.instances.set(document, known);
    const after = document.endsItself ? undefined : next;
    const already = known.get(after);
    if (already !== undefined) return already;
    if (known.size >= maxInstances) return undefined;
    const place = this.place();
    known.set(after, place);
    const around: Around = { document, context: document.context, pbxNames: new Set(), isInside: false };
    this.waiting.push(() => this.draft.fill(place, this.sequence(document.commands, after, around, begins)));
    return place;
  }

  /** Imports everything that `begin` has promised. */
  run(): void {
    for (let work = this.waiting.pop(); work !== undefined; work = this.waiting.pop()) work();
  }

  place(): string {
    this.places += 1;
    return this.draft.place(String(this.places));
  }

  /** Commands that run one after the other; `begins`: the first of them is the first of a call. */
  sequence(commands: readonly OzmlElement[], next: Target, around: Around, begins = false): Target {
    let on = next;
    let lastRaw: { readonly id: string; readonly elements: readonly OzmlElement[] } | undefined;
    for (let index = commands.length - 1; index >= 0; index -= 1) {
      const element = commands[index];
      if (element === undefined) continue;
      if (findCommand(element.name)?.firstOnly === true) {
        if (begins && index === 0 && isBare(element)) return this.draft.add({ type: "reject", data: {} }, undefined);
        this.draft.note(`${writeRaw([element])} stood where the phone system passes it over.`);
        continue;
      }
      if (ends(element, around.context)) on = undefined;
      const before = commands[index - 1];
      try {
        const made = this.one(element, on, around, before);
        on = made.target;
        if (made.tookBefore === true) index -= 1;
      } catch (error) {
        if (!(error instanceof NotHeld)) throw error;
        this.noteProseIn(element);
        this.tellKept(element, error.message, around.document);
        const elements: readonly OzmlElement[] =
          lastRaw?.id === on ? [element, ...(lastRaw?.elements ?? [])] : [element];
        const data = { ozml: writeRaw(elements) };
        if (lastRaw !== undefined && lastRaw.id === on) this.draft.replace(lastRaw.id, data);
        else on = this.draft.add({ type: "raw-ozml", data, port: "next" }, on);
        lastRaw = on === undefined ? undefined : { id: on, elements };
      }
    }
    return on;
  }

  /** A file that is written out several times says it once. */
  private tellKept({ name, position }: OzmlElement, reason: string, { file }: ImportedDocument): void {
    const message = `<${name}> stays OzML of its own: ${reason}.`;
    const { line, column } = position;
    const place = `${file.name}:${line}:${column}`;
    if (!this.kept.has(place)) this.warnings.push({ file: file.name, message, line, column });
    this.kept.add(place);
  }

  /** Words between the elements of a command that is kept as it is: the writer has no place for them. */
  private noteProseIn(element: OzmlElement): void {
    const waiting = [element];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (one.children.length > 0 && one.text.trim() !== "") this.draft.note(one.text.trim());
      waiting.push(...one.children);
    }
  }

  /** One command. Throws {@link NotHeld} before anything has been added. */
  private one(element: OzmlElement, next: Target, around: Around, before: OzmlElement | undefined): Made {
    const command = findCommand(element.name);
    if (command === undefined) throw new NotHeld("no such command is known");
    if (!command.contexts.some((context) => context === around.context))
      throw new NotHeld("the phone system passes it over here");
    const take = new Taker(element, around.pbxNames);
    switch (command.name) {
      case "UserInput":
        return { target: importQuestion(element, take, next, around, this) };
      case "ForEach":
        return importLoop(element, take, next, around, before, this);
      case "ReceiveAlarmNotification":
        return { target: importAlarm(element, take, next, around, this) };
      case "Request":
        return { target: importRequest(element, take, next, around, this) };
      case "GoTo":
        return { target: this.goTo(take, around) };
      case "Call":
        return { target: this.call(take, next, around) };
    }
    const became: Became | undefined = simpleCommands[command.name as keyof typeof simpleCommands]?.(take);
    if (became === undefined) throw new NotHeld(`no step does what ${command.name} does`);
    take.finish();
    return { target: this.draft.add(became, next) };
  }

  private goTo(take: Taker, around: Around): Target {
    const address = take.address("Url");
    take.finish();
    if (around.isInside) throw new NotHeld("nothing leads away from inside of another command");
    const document = this.find(address);
    if (document === undefined)
      return this.draft.add({ type: "go-to", data: { url: take.toTemplate(address) } }, undefined);
    const begin = this.begin(document, undefined);
    if (begin === undefined) throw new NotHeld(`too many ways lead to ${address}`);
    this.reached.add(document);
    return begin;
  }

  private call(take: Taker, next: Target, around: Around): Target {
    const address = take.plain("Url") ?? "";
    const document = this.find(address);
    const ringSeconds = take.whole("RingTime");
    const became: Became = {
      type: "place-call",
      data: {
        number: take.content("Dialed"),
        callerId: take.text("CallerId") ?? "",
        callerDisplayName: take.text("CallerDisplayName") ?? "",
        ...(ringSeconds === undefined ? {} : { ringSeconds }),
      },
      port: "next",
    };
    take.finish();
    if (document === undefined || around.isInside)
      throw new NotHeld(
        address === ""
          ? "nothing is said to whoever is called"
          : `what ${address} says to whoever is called is not here`,
      );
    accepted(became);
    const answered = this.begin(document, undefined);
    if (answered === undefined) throw new NotHeld(`too many ways lead to ${address}`);
    this.reached.add(document);
    return this.draft.add(became, next, { answered });
  }
}

interface Made {
  readonly target: Target;
  /** The command before it has become part of it. */
  readonly tookBefore?: true;
}

function isBare(element: OzmlElement): boolean {
  return element.attributes.length === 0 && element.children.length === 0 && element.text.trim() === "";
}

/** Arrays by the names of their lists. A list that is declared or gone through twice belongs to nobody alone. */
function declaredLists(documents: readonly ImportedDocument[]): ReadonlyMap<string, OzmlElement> {
  const lists = new Map<string, OzmlElement>();
  const uses = new Map<string, number>();
  const waiting = documents.flatMap((one) => one.commands);
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const command = findCommand(element.name)?.name;
    const name = (attribute(element, "ID", "Source") ?? "").toLowerCase();
    if (command === "Array") lists.set(name, lists.has(name) ? nobody : element);
    if (command === "ForEach") uses.set(name, (uses.get(name) ?? 0) + 1);
    waiting.push(...element.children);
  }
  for (const [name, count] of uses) if (count > 1 && lists.has(name)) lists.set(name, nobody);
  return lists;
}

/** Stands for a declaration that no loop can take with it. */
const nobody: OzmlElement = {
  name: "Array",
  attributes: [],
  children: [],
  text: "",
  position: { line: 0, column: 0 },
  index: -1,
};
