import type { Party } from "../../line/effects.ts";
import type { OzmlElement } from "../../ozml/document.ts";
import type { Executor, Machine } from "../executor.ts";

/** Seconds, whole or broken; 0 for what is no number. */
export function toSeconds(text: string | undefined): number {
  const seconds = Number(text);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}

/** Padding in texts means nothing: runs of white space are one blank (inferred from padded examples, reference section 2). */
export function spaced(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** `key` with a value, or nothing when there is none. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}

/** Whose ears are meant; ignored on an API extension, where there is only the other side (p_4690, p_4692). */
export function partyOf(element: OzmlElement, machine: Machine, ...names: readonly string[]): Party | undefined {
  if (machine.context !== "third-party") return undefined;
  const given = machine.parameter(element, ...names)?.toLowerCase();
  return given === "caller" || given === "callee" || given === "all" ? given : undefined;
}

function sideOf(element: OzmlElement, machine: Machine) {
  return {
    ...optional("party", partyOf(element, machine, "Party")),
    ...optional("callId", machine.otherCall(element, "CallId")),
  };
}

export const speak: Executor = function* (element, machine) {
  yield {
    effect: "speak",
    text: spaced(machine.text(element, "Text")),
    ...optional("language", machine.parameter(element, "Language")),
    ...optional("voice", machine.parameter(element, "Voice")),
    ...sideOf(element, machine),
  };
  return "next";
};

export const play: Executor = function* (element, machine) {
  const timeout = machine.parameter(element, "Timeout");
  yield {
    effect: "play",
    file: machine.text(element, "AudioFile").trim(),
    ...(machine.parameter(element, "Repeat")?.toLowerCase() === "true" ? { repeat: true } : {}),
    ...(timeout === undefined ? {} : { maxSeconds: toSeconds(timeout) }),
    ...sideOf(element, machine),
  };
  return "next";
};

export const beep: Executor = function* () {
  yield { effect: "beep" };
  return "next";
};

export const delay: Executor = function* (element, machine) {
  yield { effect: "pause", seconds: toSeconds(machine.text(element, "Time").trim()) };
  return "next";
};
