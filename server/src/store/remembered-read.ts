import { createRecent } from "./recent.ts";

/** What is read often and changed seldom. */
export interface RememberedRead<Result> {
  find(key: string): Promise<Result | undefined>;
  /** Call it when something was written: whoever asks from now on is shown it. */
  forget(): void;
}

/** Milliseconds. What somebody else may have done to the database, who has no business there, counts after that. */
const keptMs = 1000;

/** Results that are kept in memory; whoever asks for names that do not exist fills none of it. */
const maxKept = 1000;

/** Keeps what `read` found, while everything that is written comes by here. */
export function rememberedRead<Result>(
  read: (key: string) => Promise<Result | undefined>,
  now: () => number = () => performance.now(),
): RememberedRead<Result> {
  const kept = createRecent<{ readonly result: Result; readonly untilMs: number; readonly changes: number }>(maxKept);
  let changes = 0;
  return {
    async find(key) {
      const known = kept.find(key);
      if (known !== undefined && known.changes === changes && now() < known.untilMs) return known.result;
      // What is written from here on may be missing in what is found.
      const asked = { untilMs: now() + keptMs, changes };
      const result = await read(key);
      if (result !== undefined) kept.keep(key, { result, ...asked });
      return result;
    },
    forget() {
      changes += 1;
    },
  };
}
