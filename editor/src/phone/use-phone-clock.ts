import { useEffect, useRef } from "react";
import { useReadSounds, useSounds } from "../prompts/sound-library.ts";
import { soundAt } from "./heard-so-far.ts";
import { isOver, type PhoneCallStore, type PhoneState } from "./phone-call.ts";
import { createTones, type Tones } from "./tones.ts";
import { createVoice, type Voice } from "./voice.ts";

/** Milliseconds between two looks at the clock: shorter than anybody hears. */
const tickMs = 50;

/**
 * Lets the call go on in real time, and be heard when `isHeard`. The clock waits for a voice that takes longer than was
 * thought and goes on at once when it is done, so the times of a call are the same on every machine.
 */
export function usePhoneClock(call: PhoneCallStore, isHeard: boolean): { readonly tones: Tones | undefined } {
  useReadSounds();
  const sounds = useSounds();
  const paths = useRef(new Map<string, string>());
  paths.current = new Map(sounds.map(({ id, path }) => [id, path]));
  const tones = useRef<Tones>(undefined);

  useEffect(() => {
    tones.current = createTones();
    return () => {
      tones.current?.close();
      tones.current = undefined;
    };
  }, []);

  useEffect(() => {
    if (tones.current === undefined) return;
    const voice = isHeard ? createVoice(tones.current, (id) => paths.current.get(id)) : undefined;
    const stopListening = voice === undefined ? () => {} : speakAlong(call, voice);
    let before = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const elapsed = now - before;
      before = now;
      const { played, nowMs } = call.getState();
      const sound = played && soundAt(played, nowMs);
      if (sound !== undefined && voice?.state === "done") call.skipTo(sound.untilMs);
      // One millisecond before its end it is still the same sound.
      call.tick(elapsed, voice?.state === "speaking" && sound !== undefined ? sound.untilMs - 1 : undefined);
    }, tickMs);
    return () => {
      clearInterval(timer);
      stopListening();
      voice?.stop();
    };
  }, [call, isHeard]);
  return { tones: tones.current };
}

/** Starts and stops sounds as the call comes to them. */
function speakAlong(call: PhoneCallStore, voice: Voice): () => void {
  let heard: string | undefined;
  const follow = (state: PhoneState) => {
    const sound = state.status === "on" && state.played !== undefined ? soundAt(state.played, state.nowMs) : undefined;
    // Each deed plays the call anew, so the same sound is another object each time.
    const key = sound && `${sound.atMs} ${JSON.stringify(sound.sound)}`;
    if (key === heard) return;
    heard = key;
    if (sound === undefined) voice.stop();
    else voice.start(sound.sound, (sound.untilMs - sound.atMs) / 1000, state.speed);
  };
  follow(call.getState());
  return call.subscribe((state, before) => {
    follow(state);
    if (state.isRunning === before.isRunning) return;
    if (state.isRunning) voice.resume();
    else voice.pause();
    if (isOver(state)) voice.stop();
  });
}
