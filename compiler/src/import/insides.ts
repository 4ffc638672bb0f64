import { type OzmlElement, sameName } from "../ozml/document.ts";
import { findCommand } from "../ozml/vocabulary.ts";
import { said } from "../words/said.ts";
import { accepted, type Target } from "./draft.ts";
import type { Around, Importer } from "./importer.ts";
import type { Became } from "./simple-commands.ts";
import { NotHeld, type Taker, withWhiteSpace } from "./take.ts";

/** As much as fits inside of one step, with room to spare (2-analyse/fill-insides.ts). */
const maxElements = 200;
const maxDepth = 4;

/** Commands that ask, lead away or refuse: nothing of the kind can be inside of a step. */
const notInside = new Set(["UserInput", "GoTo", "Reject"]);

/** Throws {@link NotHeld} when something in there needs the server, or there is too much of it. */
function checkInside(elements: readonly OzmlElement[]): void {
  let count = 0;
  const visit = (all: readonly OzmlElement[], depth: number) => {
    for (const one of all) {
      count += 1;
      const name = findCommand(one.name)?.name;
      if (count > maxElements || depth > maxDepth * 2) throw new NotHeld(said`too much stands in it`);
      if (name !== undefined && notInside.has(name)) throw new NotHeld(said`a ${name} stands in it`);
      visit(one.children, depth + 1);
    }
  };
  visit(elements, 1);
}

/** What is inside of the step, from the step's own port on. */
function inside(
  elements: readonly OzmlElement[],
  names: readonly string[],
  around: Around,
  importer: Importer,
): Target {
  const pbxNames = new Set([...around.pbxNames, ...names]);
  return importer.sequence(elements, undefined, { ...around, pbxNames, isInside: true });
}

/** ForEach, over the Array right before it or over a list that no Array declares. */
export function importLoop(
  element: OzmlElement,
  take: Taker,
  next: Target,
  around: Around,
  before: OzmlElement | undefined,
  importer: Importer,
): { readonly target: Target; readonly tookBefore?: true } {
  const list = take.text("Source") ?? "";
  const content = take.children();
  take.finish();
  checkInside(content);
  const own = importer.ownList(list);
  const takesBefore = own !== undefined && own === before;
  if (own !== undefined && !takesBefore) throw new NotHeld(said`its list is declared elsewhere, or gone through twice`);
  const became: Became = {
    type: "loop",
    data: takesBefore ? { source: "own", items: itemsOf(own, take), list: "" } : { source: "pbx", items: [], list },
    port: "next",
  };
  accepted(became);
  noteProse(element, importer);
  const names = takesBefore ? ["item"] : ["item", "item.date", "item.from", "item.message"];
  const each = inside(content, names, around, importer);
  const target = importer.draft.add(became, next, { each });
  return takesBefore ? { target, tookBefore: true } : { target };
}

function itemsOf(list: OzmlElement, take: Taker): readonly string[] {
  const isPlain = list.attributes.length === 1 && list.text.trim() === "";
  const items = list.children.map((one) => {
    if (!sameName(one.name, "item") || one.attributes.length > 0 || one.children.length > 0) {
      throw new NotHeld(said`its list holds more than entries`);
    }
    return withWhiteSpace(take.toTemplate(one.text.trim()));
  });
  if (!isPlain) throw new NotHeld(said`its list holds more than entries`);
  return items;
}

export function importAlarm(
  element: OzmlElement,
  take: Taker,
  next: Target,
  around: Around,
  importer: Importer,
): Target {
  const received = partsOf(take.children(), ["Received"]).get("Received");
  take.finish();
  checkInside(received?.children ?? []);
  for (const one of [element, received]) if (one !== undefined) noteProse(one, importer);
  const names = ["account", "eventqualifier", "eventcode", "eventname", "partition", "zone"];
  const content = inside(received?.children ?? [], names, around, importer);
  return importer.draft.add({ type: "receive-alarm", data: {}, port: "next" }, next, { received: content });
}

export function importRequest(
  element: OzmlElement,
  take: Taker,
  next: Target,
  around: Around,
  importer: Importer,
): Target {
  const parts = partsOf(take.children(), ["OnSetup", "OnError"]);
  const ringSeconds = take.whole("RingTime");
  const became: Became = {
    type: "request-call",
    data: {
      number: take.text("DialedAddress") ?? "",
      extension: take.text("ExtensionAddress") ?? "",
      callerId: take.text("CallerPhoneNumber") ?? "",
      callerDisplayName: take.text("CallerDisplayName") ?? "",
      ...(ringSeconds === undefined ? {} : { ringSeconds }),
    },
    port: "next",
  };
  take.finish();
  accepted(became);
  checkInside([...parts.values()].flatMap((one) => one.children));
  for (const one of [element, ...parts.values()]) noteProse(one, importer);
  const content = (name: string) => inside(parts.get(name)?.children ?? [], [], around, importer);
  return importer.draft.add(became, next, { setup: content("OnSetup"), error: content("OnError") });
}

/** Each part once at most, and nothing else. */
function partsOf(children: readonly OzmlElement[], names: readonly string[]): ReadonlyMap<string, OzmlElement> {
  const parts = new Map<string, OzmlElement>();
  for (const one of children) {
    const name = names.find((known) => sameName(known, one.name));
    if (name === undefined || parts.has(name) || one.attributes.length > 0)
      throw new NotHeld(said`no step has a place for its <${one.name}>`);
    parts.set(name, one);
  }
  return parts;
}

function noteProse(element: OzmlElement, importer: Importer): void {
  if (element.text.trim() !== "") importer.draft.note(element.text.trim());
}
