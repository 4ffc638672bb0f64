import { attribute, type OzmlElement, type Position } from "../ozml/document.ts";
import { findCommand } from "../ozml/vocabulary.ts";
import type { Context } from "../steps/definition.ts";
import { type Said, said, type Text } from "../words/said.ts";
import { ends, findDocument, type ImportedDocument, type ImportWarning } from "./documents.ts";
import { accepted, Draft, type Target } from "./draft.ts";
import { GrowingStep } from "./growing-step.ts";
import { importAlarm, importLoop, importRequest } from "./insides.ts";
import type { OwnVariables } from "./own-variables.ts";
import { type Became, simpleCommands } from "./simple-commands.ts";
import { type KnownNames, NotHeld, Taker } from "./take.ts";
import { assigned, kept } from "./together.ts";
import { importQuestion } from "./user-input.ts";
import { writeRaw } from "./write-raw.ts";

/** Where commands stand that are imported. */
export interface Around extends KnownNames {
  readonly document: ImportedDocument;
  readonly context: Context;
  /** Inside of a step nothing asks and nothing leads away. */
  readonly isInside: boolean;
  /** Where BackKey leads: to the question around these commands. Absent: there is none. */
  readonly back?: string;
}

/** How a document begins that is led to. */
interface Beginning {
  /** Its first command is the first of a call. */
  readonly begins?: boolean;
  /** Absent: all there are. */
  readonly own?: OwnVariables;
  /** As in {@link Around}. */
  readonly back?: string | undefined;
}

const noVariables: OwnVariables = new Map();

/** How often one file is written out because it is come back from to different places. */
const maxInstances = 8;

/** One behind the other, more than these would lie beyond the end of the canvas (flow/schema.ts). */
const maxSteps = 5000;

/** Turns commands into steps, from the end of each way to its beginning. What no step holds becomes raw OzML. */
export class Importer {
  readonly draft: Draft;
  readonly warnings: ImportWarning[] = [];
  readonly reached = new Set<ImportedDocument>();
  private readonly documents: readonly ImportedDocument[];
  private readonly own: OwnVariables;
  private readonly instances = new Map<ImportedDocument, Map<string, string>>();
  private readonly waiting: (() => void)[] = [];
  /** Places in files of which something was told. */
  private readonly told = new Set<string>();
  private readonly lists: ReadonlyMap<string, OzmlElement>;
  private places = 0;

  constructor(documents: readonly ImportedDocument[], own: OwnVariables, write: (text: Text) => string) {
    this.draft = new Draft(write);
    this.documents = documents;
    this.own = own;
    this.lists = declaredLists(documents);
  }

  /** The file an address leads to. What a query says is of no use to a file, so it is only told. */
  find(address: string): ImportedDocument | undefined {
    const found = findDocument(this.documents, address);
    if (found !== undefined && /[?#]/.test(address)) {
      this.warnings.push({
        file: found.file.name,
        ...said`"${address}" leads to this file; what it says behind the name was left out.`,
      });
    }
    return found;
  }

  /** The one Array that declares the list, when one ForEach alone goes through it. */
  ownList(name: string): OzmlElement | undefined {
    return this.lists.get(name.toLowerCase());
  }

  /** Where the document begins, when the call goes on at `next` behind it; undefined when that is once too often. */
  begin(document: ImportedDocument, next: Target, { begins = false, own = this.own, back }: Beginning = {}): Target {
    const known = this.instances.get(document) ?? new Map<string, string>();
    this.instances.set(document, known);
    const after = document.endsItself ? undefined : next;
    const key = JSON.stringify([after, back, own === this.own]);
    const already = known.get(key);
    if (already !== undefined) return already;
    if (known.size >= maxInstances) return undefined;
    const place = this.place();
    known.set(key, place);
    const { context } = document;
    const questions = back === undefined ? {} : { back };
    const around: Around = { document, context, pbxNames: new Set(), own, isInside: false, ...questions };
    this.waiting.push(() => this.draft.fill(place, this.sequence(document.commands, after, around, begins)));
    return place;
  }

  /** Imports everything that `begin` has promised. */
  run(): void {
    for (let work = this.waiting.pop(); work !== undefined; work = this.waiting.pop()) work();
    for (const [{ file }, places] of this.instances) {
      if (![...places.values()].some((place) => this.draft.leadsToItself(place))) continue;
      const sentence = said`This file leads back to itself and nothing happens on the way: calls that come to it end there.`;
      this.warnings.push({ file: file.name, ...sentence });
    }
  }

  place(): string {
    this.places += 1;
    return this.draft.place(String(this.places));
  }

  /** Commands that run one after the other; `begins`: the first of them is the first of a call. */
  sequence(commands: readonly OzmlElement[], next: Target, around: Around, begins = false): Target {
    let on = next;
    const raw = new GrowingStep(this.draft, kept);
    const variables = new GrowingStep(this.draft, assigned(around));
    for (let index = commands.length - 1; index >= 0; index -= 1) {
      const element = commands[index];
      if (element === undefined) continue;
      const command = findCommand(element.name);
      if (command?.firstOnly === true) {
        if (begins && index === 0 && isBare(element)) on = this.draft.add({ type: "reject", data: {} }, undefined);
        else this.draft.note(said`${writeRaw([element])} stood where the phone system passes it over.`);
        continue;
      }
      if (ends(element, around.context)) on = undefined;
      try {
        if (this.draft.size >= maxSteps) throw new NotHeld(said`a flow has no room for more steps`);
        if (command?.name === "Var") {
          on = variables.put(element, on);
        } else {
          const made = this.one(element, on, around, commands[index - 1]);
          on = made.target;
          if (made.tookBefore === true) index -= 1;
        }
      } catch (error) {
        if (!(error instanceof NotHeld)) throw error;
        on = this.keep(element, error.why, raw, on, around);
      }
    }
    raw.close();
    variables.close();
    return on;
  }

  /** A command that no step holds: OzML of its own, or, when that is too long even for a step, a note. */
  private keep(element: OzmlElement, reason: Said, raw: GrowingStep, next: Target, around: Around): Target {
    this.noteProseIn(element);
    // What a step says of its data is a whole sentence.
    const told = reason.message.endsWith(".")
      ? said`<${element.name}> stays OzML of its own: ${reason}`
      : said`<${element.name}> stays OzML of its own: ${reason}.`;
    this.tellOnce(told, element.position, around.document);
    try {
      return raw.put(element, next);
    } catch (error) {
      if (!(error instanceof NotHeld)) throw error;
      this.draft.note(writeRaw([element]));
      return next;
    }
  }

  /** A file that is written out several times says it once. */
  private tellOnce(what: Said, { line, column }: Position, { file }: ImportedDocument): void {
    const place = `${file.name}:${line}:${column}`;
    if (!this.told.has(place)) this.warnings.push({ file: file.name, ...what, line, column });
    this.told.add(place);
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
    if (command === undefined) throw new NotHeld(said`no such command is known`);
    if (!command.contexts.some((context) => context === around.context))
      throw new NotHeld(said`the phone system passes it over here`);
    const take = new Taker(element, around);
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
      case "Exit":
        return { target: this.exit(take, element, around) };
      case "Call":
        return { target: this.call(take, next, around) };
    }
    const became: Became | undefined = simpleCommands[command.name as keyof typeof simpleCommands]?.(take);
    if (became === undefined) throw new NotHeld(said`no step does what ${command.name} does`);
    take.finish();
    return { target: this.draft.add(became, next) };
  }

  private goTo(take: Taker, around: Around): Target {
    const address = take.address("Url");
    take.finish();
    if (around.isInside) throw new NotHeld(said`nothing leads away from inside of another command`);
    const document = this.find(address);
    if (document === undefined)
      return this.draft.add({ type: "go-to", data: { url: take.toTemplate(address) } }, undefined);
    const begin = this.begin(document, undefined, { own: around.own });
    if (begin === undefined) throw new NotHeld(said`too many ways lead to ${address}`);
    this.reached.add(document);
    return begin;
  }

  /** With nothing left to run the call is hung up. Whether only the question around it is left is open question 20. */
  private exit(take: Taker, { position }: OzmlElement, around: Around): Target {
    take.finish();
    if (around.isInside) throw new NotHeld(said`it ends what is around it as well`);
    if (around.back !== undefined) {
      const told = said`<Exit> hangs up here; some phone systems may only leave the question around it.`;
      this.tellOnce(told, position, around.document);
    }
    return this.draft.add({ type: "hang-up", data: {} }, undefined);
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
          ? said`nothing is said to whoever is called`
          : said`what ${address} says to whoever is called is not here`,
      );
    accepted(became);
    // Another call knows nothing of what was set in this one.
    const answered = this.begin(document, undefined, { own: noVariables });
    if (answered === undefined) throw new NotHeld(said`too many ways lead to ${address}`);
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
