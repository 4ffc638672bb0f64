import { child, type OzmlElement, sameName } from "../ozml/document.ts";
import { findCommand } from "../ozml/vocabulary.ts";
import { type Prompt, silence } from "../steps/fields/prompt.ts";
import { type SoundPart, soundPart } from "../steps/fields/sound.ts";
import { said } from "../words/said.ts";
import { accepted, digitsVariable, type Target } from "./draft.ts";
import type { Around, Importer } from "./importer.ts";
import type { Became } from "./simple-commands.ts";
import { given, simpleCommands } from "./simple-commands.ts";
import { type KnownNames, NotHeld, Taker } from "./take.ts";

interface Branch {
  readonly key: string;
  readonly commands: readonly OzmlElement[];
}

/** Seconds a UserInput without Timeout waits, where it does not wait at all in one reading (open question 7). */
const missingTimeoutSeconds = 10;

/** A question of the manual as ours: keys as a menu, entries as collected digits and a decision about them. */
export function importQuestion(
  element: OzmlElement,
  take: Taker,
  next: Target,
  around: Around,
  importer: Importer,
): Target {
  if (around.isInside) throw new NotHeld(said`nobody can be asked inside of another command`);
  const repeats = take.truth("Repeat") ?? false;
  const forward = take.plain("ForwardToUrl");
  const digits = take.whole("Digits");
  const minDigits = take.whole("MinDigits") ?? digits ?? 1;
  const maxDigits = Math.max(minDigits, take.whole("MaxDigits") ?? digits ?? 1);
  const timeoutSeconds = take.whole("Timeout") ?? missingTimeoutSeconds;
  const backKey = take.plain("BackKey");
  take.children();
  take.finish();
  const prompt = promptOf(element, around);
  const branches = branchesOf(element, minDigits, maxDigits);
  if (backKey !== undefined) checkBackKey(backKey, branches, maxDigits);
  const question = {
    prompt,
    timeoutSeconds,
    attempts: 1,
    noInputPrompt: { say: "" },
    invalidPrompt: { say: "" },
  };

  const document = forward === undefined ? undefined : importer.find(forward);
  const options = [
    ...branches.map(({ key }) => ({ key, label: "" })),
    ...(backKey === undefined ? [] : [{ key: backKey, label: importer.draft.write(said`Back`) }]),
  ];
  const isMenu = maxDigits === 1 && options.length > 0 && (forward === undefined || document !== undefined);
  const became: Became = isMenu
    ? { type: "menu", data: { ...question, options } }
    : {
        type: "collect-digits",
        data: { ...question, minDigits, maxDigits, saveTo: digitsVariable.name, anyKeys: true },
      };
  accepted(became);
  const external = forward !== undefined && document === undefined ? withDigits(forward, take) : undefined;
  if (external !== undefined) {
    // What that server answers may come back behind this question, which a step that leads away cannot.
    if (next !== undefined || repeats) throw new NotHeld(said`what ${forward ?? ""} answers may come back behind it`);
    accepted(external);
  }
  const again = importer.place();
  const silent = repeats ? again : next;
  let other: Target = silent;
  if (document !== undefined) {
    const begin = importer.begin(document, next, { own: around.own, back: again });
    if (begin === undefined) throw new NotHeld(said`too many ways lead to ${forward ?? ""}`);
    importer.reached.add(document);
    other = begin;
  }
  noteProse(element, importer);
  if (external !== undefined) other = importer.draft.add(external, undefined);
  const within = { ...around, back: again };
  const ways = branches.map(({ key, commands }) => ({ key, to: importer.sequence(commands, next, within) }));
  // With no question around this one, the commands behind it run (p_7663).
  if (backKey !== undefined) ways.push({ key: backKey, to: around.back ?? next });
  const id = isMenu
    ? importer.draft.add(became, undefined, {
        ...Object.fromEntries(ways.map(({ key, to }) => [key, to])),
        "no-input": silent,
        invalid: other,
      })
    : importer.draft.add(became, undefined, {
        entered: judge(ways, other, importer),
        "no-input": silent,
        invalid: silent,
      });
  importer.draft.fill(again, id);
  return id;
}

/** Keys of a menu come one by one; when a back key counts that is a part of an entry, no page says. */
function checkBackKey(backKey: string, branches: readonly Branch[], maxDigits: number): void {
  if (maxDigits > 1) throw new NotHeld(said`its BackKey may count before an entry is complete`);
  if (!/^[0-9*#]$/.test(backKey)) throw new NotHeld(said`nobody can enter its BackKey "${backKey}"`);
  if (branches.some((one) => one.key === backKey))
    throw new NotHeld(said`its BackKey is the key of one of its inputs too`);
}

/** Which branch an entry of several keys belongs to. */
function judge(
  ways: readonly { readonly key: string; readonly to: Target }[],
  other: Target,
  importer: Importer,
): Target {
  if (ways.length === 0) return other;
  const name = (index: number) => `entry-${index + 1}`;
  const cases = ways.map(({ key }, index) => ({ name: name(index), when: `${digitsVariable.name} == "${key}"` }));
  const targets = Object.fromEntries(ways.map(({ to }, index) => [name(index), to]));
  return importer.draft.add({ type: "condition", data: { cases } }, undefined, { ...targets, otherwise: other });
}

/** The digits travel in the address: a server reads them there as well as in the form that a UserInput sends. */
function withDigits(forward: string, take: Taker): Became {
  if (forward.includes("#")) throw new NotHeld(said`the address ${forward} has a fragment`);
  const address = take.toTemplate(forward);
  const mark = address.includes("?") ? "&" : "?";
  return { type: "go-to", data: { url: `${address}${mark}DtmfDigits={${digitsVariable.name}}` } };
}

/** What is heard while keys are listened for already. */
function promptOf(element: OzmlElement, names: KnownNames): Prompt {
  const container = child(element, "InitialCommands");
  if (container !== undefined && container.attributes.length > 0)
    throw new NotHeld(said`its <InitialCommands> have attributes`);
  const parts = (container?.children ?? []).map((one) => soundOf(one, names));
  const [only = silence] = parts;
  return parts.length < 2 && !("pauseSeconds" in only) ? only : { parts };
}

function soundOf(element: OzmlElement, names: KnownNames): SoundPart {
  const name = findCommand(element.name)?.name;
  if (name !== "Speak" && name !== "Play" && name !== "Delay")
    throw new NotHeld(said`no prompt has a place for its <${element.name}>`);
  const take = new Taker(element, names);
  const { say, language, voice, play, seconds, ...rest } = simpleCommands[name]?.(take).data ?? {};
  take.finish();
  if (Object.keys(rest).length > 0) throw new NotHeld(said`no prompt has a place for all of its <${element.name}>`);
  const sound =
    play !== undefined ? { play } : seconds !== undefined ? { pauseSeconds: seconds } : { say, language, voice };
  const parsed = soundPart.safeParse(given(sound));
  if (!parsed.success) throw new NotHeld(said`no prompt has a place for all of its <${element.name}>`);
  return parsed.data;
}

function branchesOf(element: OzmlElement, minDigits: number, maxDigits: number): readonly Branch[] {
  const known = ["InitialCommands", "Inputs"];
  const parts = element.children.map((one) => known.find((name) => sameName(name, one.name)));
  const other = parts.findIndex((name, index) => name === undefined || parts.indexOf(name) !== index);
  if (other >= 0) throw new NotHeld(said`no step has a place for its <${element.children[other]?.name ?? ""}>`);
  const container = child(element, "Inputs");
  if (container !== undefined && container.attributes.length > 0) throw new NotHeld(said`its <Inputs> have attributes`);
  const branches = (container?.children ?? []).map((one): Branch => {
    const [key, ...more] = one.attributes;
    if (!sameName(one.name, "Input") || key === undefined || more.length > 0 || !sameName(key.name, "key")) {
      throw new NotHeld(said`one of its inputs has no key, or more than a key`);
    }
    const fits = /^[0-9*#]+$/.test(key.value) && key.value.length >= minDigits && key.value.length <= maxDigits;
    if (!fits) throw new NotHeld(said`nobody can enter its key "${key.value}"`);
    return { key: key.value, commands: one.children };
  });
  if (new Set(branches.map((one) => one.key)).size < branches.length)
    throw new NotHeld(said`two of its inputs have the same key`);
  return branches;
}

/** Words between the parts of a question are heard by nobody. */
function noteProse(element: OzmlElement, importer: Importer): void {
  const inputs = child(element, "Inputs");
  const all = [element, child(element, "InitialCommands"), inputs, ...(inputs?.children ?? [])];
  for (const one of all) if (one !== undefined && one.text.trim() !== "") importer.draft.note(one.text.trim());
}
