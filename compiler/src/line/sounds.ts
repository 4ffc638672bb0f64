import type { Sound } from "./effects.ts";
import { beepMs, speechMs, unknownAudioMs } from "./speech.ts";
import type { TranscriptEvent } from "./transcript.ts";
import type { World } from "./world.ts";

/** An event before somebody has looked at the clock. */
export type UntimedEvent = TranscriptEvent extends infer E
  ? E extends TranscriptEvent
    ? Omit<E, "atMs">
    : never
  : never;

/** What is told of a sound; nothing of a text with no word in it. */
export function heardEvent(sound: Sound): UntimedEvent | undefined {
  switch (sound.effect) {
    case "speak": {
      const { effect: _, stopOnKey: __, ...said } = sound;
      return said.text === "" ? undefined : { event: "heard", ...said };
    }
    case "play": {
      const { effect: _, stopOnKey: __, repeat: ___, maxSeconds: ____, ...played } = sound;
      return { event: "played", ...played };
    }
    case "beep":
      return { event: "beeped" };
    case "pause":
      return { event: "paused", seconds: sound.seconds };
  }
}

/** How long a sound lasts when nobody interrupts it, in milliseconds; one that repeats has no end of its own. */
export function soundMs(
  sound: Sound,
  {
    language,
    audioSeconds = {},
    otherAudioSeconds = unknownAudioMs / 1000,
  }: Pick<World, "language" | "audioSeconds" | "otherAudioSeconds">,
): number {
  switch (sound.effect) {
    case "speak":
      return speechMs(sound.text, sound.language ?? language);
    case "beep":
      return beepMs;
    case "pause":
      return Math.round(sound.seconds * 1000);
    case "play": {
      const capMs = (sound.maxSeconds ?? Number.POSITIVE_INFINITY) * 1000;
      const onceMs = Math.round((audioSeconds[sound.file] ?? otherAudioSeconds) * 1000);
      return Math.min(capMs, sound.repeat === true ? Number.POSITIVE_INFINITY : onceMs);
    }
  }
}
