import type { TextPart } from "../expressions/placeholders.ts";
import { fateOf } from "../instructions/fate.ts";
import type { Command, Enclose, InsidePart, Instruction } from "../instructions/instruction.ts";
import { beepMs, unknownAudioMs } from "../line/speech.ts";
import { findCommand } from "../ozml/vocabulary.ts";
import type { SpokenLength } from "./spoken-length.ts";

/** How long something lasts at most, in milliseconds; `open`: what may last any time, and is not in `ms`. */
export interface Duration {
  readonly ms: number;
  readonly open: readonly string[];
}

export interface DurationFacts {
  spoken(parts: readonly TextPart[]): SpokenLength;
  /** Length of audio files in seconds, by name; as long as `unknownAudioMs` when not given. */
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
  const content = (command.content ?? []).filter(
    (part): part is TextPart => typeof part === "string" || "expression" in part,
  );
  if (fateOf(command) === "unknown") return { ms: 0, open: [`what the OzML <${command.name}> does`] };
  switch (findCommand(command.name)?.name) {
    case "Speak":
      return speech(facts.spoken(content));
    case "Play":
      return { ms: playMs(command, facts), open: [] };
    case "Beep":
      return { ms: beepMs, open: [] };
    case "Delay":
      return { ms: Number(content.join("")) * 1000, open: [] };
    case "Record":
      return { ms: Math.min(seconds(command, "Duration"), seconds(command, "Inactivity")) * 1000, open: [] };
    case "GoTo":
      return { ms: 0, open: [`what ${written(content)} does with the call`] };
    case "WaitForMsg":
      return { ms: seconds(command, "Timeout") * 1000, open: [] };
    default:
      return nothing;
  }
}

function written(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === "string" ? part : `{${part.expression}}`)).join("");
}

function speech({ ms, open }: SpokenLength): Duration {
  return { ms, open: open.map((expression) => `the time to read out {${expression}}`) };
}

function playMs(command: Command, { audioSeconds }: DurationFacts): number {
  const capMs = seconds(command, "Timeout") * 1000;
  if (text(command, "Repeat") === "true") return capMs;
  const [sound] = command.content ?? [];
  const name = typeof sound === "object" && "prompt" in sound ? `prompt:${sound.prompt}` : String(sound ?? "");
  return Math.min(capMs, (audioSeconds[name] ?? unknownAudioMs / 1000) * 1000);
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

/** The PBX goes through it alone: a list of ours has as many rounds as entries, one of its own has any number. */
function encloseDuration({ before, command, insides }: Enclose, facts: DurationFacts): Duration {
  const inside = add(insides.map(({ content }) => partsDuration(content, facts)));
  switch (findCommand(command.name)?.name) {
    case "ForEach": {
      const list = before.find((one) => one.name === "Array");
      const rounds = list?.children?.length;
      if (rounds === undefined)
        return { ms: inside.ms, open: [...inside.open, `the length of the list ${text(command, "source")}`] };
      return rounds === 0 ? nothing : { ms: rounds * inside.ms, open: inside.open };
    }
    case "ReceiveAlarmNotification":
      return { ms: inside.ms, open: [...inside.open, "the wait for an alarm"] };
    default:
      return inside;
  }
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
