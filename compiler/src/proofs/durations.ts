import type { TextPart } from "../expressions/placeholders.ts";
import { fateOf } from "../instructions/fate.ts";
import type { Command, Enclose, InsidePart, Instruction } from "../instructions/instruction.ts";
import { beepMs } from "../line/speech.ts";
import { findCommand } from "../ozml/vocabulary.ts";
import { type Said, said } from "../words/said.ts";

/** How long something lasts at most, in milliseconds; `open`: what may last any time, and is not in `ms`. */
export interface Duration {
  readonly ms: number;
  readonly open: readonly Said[];
}

/** How long a text takes to read out at most, in milliseconds; `open`: what it reads that may be of any length. */
export interface SpokenLength {
  readonly ms: number;
  readonly open: readonly string[];
}

export interface DurationFacts {
  spoken(parts: readonly TextPart[], language?: string): SpokenLength;
  /** Length of audio files in seconds, by name. Of others it is not known. */
  readonly audioSeconds: Readonly<Record<string, number>>;
}

const nothing: Duration = { ms: 0, open: [] };

/**
 * How long a call stands at an instruction when the caller says and presses nothing: prompts to their end, questions until
 * their time is over. What rings elsewhere is not counted, for nobody knows it. `until`: the command that ends the call.
 */
export function silentDuration(one: Instruction, facts: DurationFacts, until?: number): Duration {
  const inOrder = (commands: readonly Command[]) => add(commands.map((command) => commandDuration(command, facts)));
  switch (one.op) {
    case "do":
    case "end":
      return inOrder(one.commands.slice(0, until === undefined ? undefined : until + 1));
    case "ask":
      return add([inOrder(one.prompt), { ms: one.timeoutSeconds * 1000, open: [] }]);
    case "await":
      return commandDuration(one.command, facts);
    case "request":
      return { ms: one.request.timeoutSeconds * 1000, open: [] };
    case "enclose":
      return encloseDuration(one, facts);
    case "receive":
    case "assign":
    case "tell":
    case "choose":
      return nothing;
  }
}

function commandDuration(command: Command, facts: DurationFacts): Duration {
  const content = (command.content ?? []).filter(isText);
  if (fateOf(command) === "unknown") return { ms: 0, open: [said`what the OzML <${command.name}> does`] };
  switch (findCommand(command.name)?.name) {
    case "Speak":
      return speech(facts.spoken(content, text(command, "Language")));
    case "Play":
      return playDuration(command, facts);
    case "Beep":
      return { ms: beepMs, open: [] };
    case "Delay":
      return { ms: Number(content.join("")) * 1000, open: [] };
    case "Record":
      return { ms: Math.min(seconds(command, "Duration"), seconds(command, "Inactivity")) * 1000, open: [] };
    case "GoTo":
      return { ms: 0, open: [said`what ${written(content)} does with the call`] };
    case "WaitForMsg":
      return { ms: seconds(command, "Timeout") * 1000, open: [] };
    default:
      return nothing;
  }
}

function isText(part: NonNullable<Command["content"]>[number]): part is TextPart {
  return typeof part === "string" || "expression" in part;
}

function written(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === "string" ? part : `{${part.expression}}`)).join("");
}

function speech({ ms, open }: SpokenLength): Duration {
  return { ms, open: open.map((expression) => said`the time to read out {${expression}}`) };
}

/** Whatever its length is, it stops where it is told to. */
function playDuration(command: Command, { audioSeconds }: DurationFacts): Duration {
  const capMs = seconds(command, "Timeout") * 1000;
  if (text(command, "Repeat") === "true") return { ms: capMs, open: [] };
  const [sound] = command.content ?? [];
  const isOfLibrary = typeof sound === "object" && "prompt" in sound;
  const name = isOfLibrary ? `prompt:${sound.prompt}` : written((command.content ?? []).filter(isText));
  const known = audioSeconds[name];
  if (known !== undefined) return { ms: Math.min(capMs, known * 1000), open: [] };
  return Number.isFinite(capMs) ? { ms: capMs, open: [] } : { ms: 0, open: [lengthOfSound(name)] };
}

/** As claims name what they cannot know. */
export function lengthOfSound(name: string): Said {
  return said`the length of "${name}"`;
}

/** Without the attribute there is no end to it. */
function seconds(command: Command, attribute: string): number {
  const given = text(command, attribute);
  return given === undefined ? Number.POSITIVE_INFINITY : Number(given);
}

function text(command: Command, attribute: string): string | undefined {
  const value = command.attributes[attribute];
  return Array.isArray(value) ? value.join("") : undefined;
}

/** The PBX goes through it alone: a list of ours has a round for each entry, one of its own has any number. */
function encloseDuration({ before, command, insides }: Enclose, facts: DurationFacts): Duration {
  const once = (known: DurationFacts) => add(insides.map(({ content }) => partsDuration(content, known)));
  const inside = once(facts);
  switch (findCommand(command.name)?.name) {
    case "ForEach": {
      const list = before.find((one) => one.name === "Array");
      if (list === undefined)
        return { ms: inside.ms, open: [...inside.open, said`the length of the list ${text(command, "source") ?? ""}`] };
      return add((list.children ?? []).map(({ content = [] }) => once(withEntry(facts, content.filter(isText)))));
    }
    case "ReceiveAlarmNotification":
      return { ms: inside.ms, open: [...inside.open, said`the wait for an alarm`] };
    default:
      return inside;
  }
}

/** What is known where an entry of a list is the one whose turn it is: what is read out is as long as the entry. */
function withEntry(facts: DurationFacts, entry: readonly TextPart[]): DurationFacts {
  const inPlace = (part: TextPart): readonly TextPart[] =>
    typeof part === "string"
      ? part.split("$item").flatMap((piece, index) => (index === 0 ? [piece] : [...entry, piece]))
      : [part];
  return { ...facts, spoken: (parts, language) => facts.spoken(parts.flatMap(inPlace), language) };
}

function partsDuration(parts: readonly InsidePart[], facts: DurationFacts): Duration {
  return add(
    parts.map((part) => {
      if (part.op === "do") return add(part.commands.map((command) => commandDuration(command, facts)));
      if (part.op === "enclose") return encloseDuration(part.instruction, facts);
      return longest([part.otherwise, ...part.cases.map((one) => one.content)].map((way) => partsDuration(way, facts)));
    }),
  );
}

function add(durations: readonly Duration[]): Duration {
  return { ms: durations.reduce((sum, one) => sum + one.ms, 0), open: durations.flatMap((one) => one.open) };
}

function longest(durations: readonly Duration[]): Duration {
  return { ms: Math.max(...durations.map((one) => one.ms)), open: durations.flatMap((one) => one.open) };
}

/** Reasons without those that say the same, in the order of the alphabet. */
export function eachOnce(reasons: readonly Said[]): readonly Said[] {
  const found = new Map(reasons.map((one) => [one.message, one]));
  return [...found.values()].sort((a, b) => (a.message < b.message ? -1 : 1));
}
