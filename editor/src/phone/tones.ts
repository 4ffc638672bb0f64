import { tonesOf } from "./key-tones.ts";

/** Seconds. */
const keyLasts = 0.16;
const ramp = 0.005;
/** Low enough that the two tones of a key do not clip, together with a voice. */
const loudness = 0.12;

/** Tones of a telephone. The first one must follow a click or a key, else browsers stay silent. */
export interface Tones {
  key(key: string): void;
  beep(seconds: number): void;
  close(): void;
}

export function createTones(): Tones {
  let context: AudioContext | undefined;
  const sound = (frequencies: readonly number[], seconds: number) => {
    context ??= new AudioContext();
    void context.resume();
    const { currentTime: begins, destination } = context;
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.linearRampToValueAtTime(loudness, begins + ramp);
    gain.gain.setValueAtTime(loudness, begins + seconds - ramp);
    gain.gain.linearRampToValueAtTime(0, begins + seconds);
    gain.connect(destination);
    for (const frequency of frequencies) {
      const tone = new OscillatorNode(context, { frequency });
      tone.connect(gain);
      tone.start(begins);
      tone.stop(begins + seconds);
    }
  };
  return {
    key(key) {
      const frequencies = tonesOf(key);
      if (frequencies !== undefined) sound(frequencies, keyLasts);
    },
    beep: (seconds) => sound([1000], seconds),
    close: () => void context?.close(),
  };
}
