import type { Conversation, Reply, Sound } from "./effects.ts";
import { type Physics, recommendedPhysics } from "./physics.ts";

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

/**
 * A prompt that can be interrupted: plays its sounds one by one and stops when `stopped` says so. False: something in it
 * ended the question, and nobody waits for keys.
 */
export type Prompt = (sound: (one: Sound) => Conversation<Reply>, stopped: () => boolean) => Conversation<boolean>;

/** Plays a prompt while listening, then waits for the rest of the entry: one round of a UserInput. */
export function* ask(prompt: Prompt, question: Question, physics: Physics): Conversation<Entry> {
  const {
    keyStopsPrompt = recommendedPhysics.keyStopsPrompt,
    partialEntry = recommendedPhysics.partialEntry,
    shortEntry = recommendedPhysics.shortEntry,
    timeoutCountsFrom = recommendedPhysics.timeoutCountsFrom,
  } = physics;
  yield { effect: "question" };
  let keys = "";
  const stopped = () => keyStopsPrompt && keys !== "";
  const isAsked = yield* prompt(function* (one) {
    const reply = yield { ...one, stopOnKey: keyStopsPrompt };
    keys += reply.keys;
    return reply;
  }, stopped);
  if (!isAsked) return { keys: "", complete: false };
  keys = keys.slice(0, question.maxDigits);
  while (keys.length < question.maxDigits) {
    // Each key starts the time again (open question 6).
    const fromQuestion = keys === "" && timeoutCountsFrom === "prompt-start";
    const reply = yield {
      effect: "await-key",
      seconds: question.timeoutSeconds,
      ...(fromQuestion ? { from: "question" } : {}),
    };
    if (reply.keys === "") break;
    keys += reply.keys;
  }
  return { keys, complete: isComplete(keys, question, { partialEntry, shortEntry }) };
}

function isComplete(
  { length }: string,
  { minDigits, maxDigits }: Question,
  { partialEntry, shortEntry }: Pick<Physics, "partialEntry" | "shortEntry">,
): boolean {
  if (length === 0) return false;
  if (length < minDigits) return partialEntry === "entered";
  return length === maxDigits || shortEntry === "entered";
}

/** A prompt that is just a list of sounds. */
export function soundsInOrder(sounds: readonly Sound[]): Prompt {
  return function* (play, stopped) {
    for (const one of sounds) {
      if (stopped()) return true;
      yield* play(one);
    }
    return true;
  };
}
