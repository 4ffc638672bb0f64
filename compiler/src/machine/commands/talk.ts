import type { Executor } from "../executor.ts";

/** Seconds, whole or broken; 0 for what is no number. */
export function toSeconds(text: string | undefined): number {
  const seconds = Number(text);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}

/** Padding in texts means nothing: runs of white space are one blank (inferred from padded examples, reference section 2). */
export function spaced(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

export const speak: Executor = function* (element, machine) {
  const language = machine.parameter(element, "Language");
  const voice = machine.parameter(element, "Voice");
  const text = spaced(machine.text(element, "Text"));
  yield {
    effect: "speak",
    text,
    ...(language === undefined ? {} : { language }),
    ...(voice === undefined ? {} : { voice }),
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
  };
  return "next";
};

export const delay: Executor = function* (element, machine) {
  yield { effect: "pause", seconds: toSeconds(machine.text(element, "Time").trim()) };
  return "next";
};
