import type { TFunction } from "i18next";
import type { Prompt } from "../api/prompts.ts";

const codecs: Readonly<Record<string, string>> = { PCM: "PCM", ALAW: "G.711 A-law", MULAW: "G.711 µ-law", MP3: "MP3" };

/** "1:05 · PCM, 8 kHz, mono": what decides whether a telephone line carries it well. */
export function soundFacts({ seconds, codec, sampleRate, channels }: Prompt, t: TFunction): string {
  const tone = t(channels === 1 ? "prompts.mono" : "prompts.stereo");
  return `${duration(seconds)} · ${codecs[codec] ?? codec}, ${sampleRate / 1000} kHz, ${tone}`;
}

/** Minutes and seconds; tenths for what is shorter than ten seconds. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
