import type { Conversation, Reply, Sound } from "./effects.ts";
import type { Physics } from "./physics.ts";

/** What a UserInput demands of an entry. Seconds and numbers of keys. */
export interface Question {
  readonly timeoutSeconds: number;
  readonly minDigits: number;
  readonly maxDigits: number;
}

/** `keys` is the entry as far as it came; `complete` says whether it counts as one. */
export interface Entry {
  readonly keys: string;
  readonly complete: boolean;
}

/** A prompt that can be interrupted: plays its sounds one by one and stops when `keysSoFar` says so. */
export type Prompt = (sound: (one: Sound) => Conversation<Reply>, stopped: () => boolean) => Conversation;

/** Plays a prompt while listening, then waits for the rest of the entry: one round of a UserInput. */
export function* ask(prompt: Prompt, question: Question, physics: Physics): Conversation<Entry> {
  yield { effect: "question" };
  let keys = "";
  const stopped = () => physics.keyStopsPrompt && keys !== "";
  yield* prompt(function* (one) {
    const reply = yield { ...one, stopOnKey: physics.keyStopsPrompt };
    keys += reply.keys;
    return reply;
  }, stopped);
  keys = keys.slice(0, question.maxDigits);
  while (keys.length < question.maxDigits) {
    const reply = yield { effect: "await-key", seconds: question.timeoutSeconds };
    if (reply.keys === "") break;
    keys += reply.keys;
  }
  const enough = keys.length >= question.minDigits && keys !== "";
  return { keys, complete: enough || (keys !== "" && physics.partialEntry === "entered") };
}

/** A prompt that is just a list of sounds. */
export function soundsInOrder(sounds: readonly Sound[]): Prompt {
  return function* (play, stopped) {
    for (const one of sounds) {
      if (stopped()) return;
      yield* play(one);
    }
  };
}
