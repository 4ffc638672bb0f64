import { libraryPromptId, type Sound } from "@ozflow/compiler";
import type { Tones } from "./tones.ts";

/** Says what callers hear, as far as this browser can: with its own voices, and from the prompt library. */
export interface Voice {
  /** `seconds`: how long it is taken to last; by then and a while it is over, whatever the browser says. */
  start(sound: Sound, seconds: number, speed: number): void;
  pause(): void;
  resume(): void;
  stop(): void;
  /** `silent`: this sound cannot be heard here, so its time is an estimate. */
  readonly state: "silent" | "speaking" | "done";
}

/** A voice that has said nothing for so many seconds beyond its time says nothing more. */
const patience = 8;

export function createVoice(tones: Tones, soundPath: (id: string) => string | undefined): Voice {
  let state: Voice["state"] = "silent";
  let audio: HTMLAudioElement | undefined;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  /** A sound that was stopped tells its end late; it must not end the next one. */
  let playing = 0;

  const stop = () => {
    playing += 1;
    clearTimeout(watchdog);
    audio?.pause();
    audio = undefined;
    window.speechSynthesis.cancel();
    state = "silent";
  };
  const begin = (seconds: number) => {
    state = "speaking";
    playing += 1;
    const own = playing;
    const done = () => {
      if (own === playing) state = "done";
    };
    watchdog = setTimeout(done, (seconds * 2 + patience) * 1000);
    return done;
  };

  return {
    get state() {
      return state;
    },
    start(sound, seconds, speed) {
      stop();
      switch (sound.effect) {
        case "speak": {
          const { text, language } = sound;
          if (text.trim() === "" || window.speechSynthesis.getVoices().length === 0) return;
          const utterance = new SpeechSynthesisUtterance(text);
          if (language !== undefined) utterance.lang = language;
          utterance.rate = speed;
          const done = begin(seconds);
          utterance.onend = done;
          utterance.onerror = done;
          window.speechSynthesis.speak(utterance);
          return;
        }
        case "play": {
          const id = libraryPromptId(sound.file);
          const path = id === undefined ? undefined : soundPath(id);
          if (path === undefined) return;
          audio = new Audio(path);
          audio.playbackRate = speed;
          if (sound.repeat === true) {
            // It has no end of its own: the clock ends it.
            audio.loop = true;
            audio.play().catch(() => {});
            return;
          }
          const done = begin(seconds);
          audio.onended = done;
          audio.onerror = done;
          audio.play().catch(done);
          return;
        }
        case "beep":
          tones.beep(seconds);
          return;
        case "pause":
          return;
      }
    },
    pause() {
      audio?.pause();
      window.speechSynthesis.pause();
    },
    resume() {
      window.speechSynthesis.resume();
      void audio?.play().catch(() => {});
    },
    stop,
  };
}
