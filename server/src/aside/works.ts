import { makeDraft } from "./make-draft.ts";
import { makeRevision } from "./make-revision.ts";

/** What can take longer than callers ought to wait for others. They are given plain data and return some. */
export const works = { makeDraft, makeRevision };

export type Works = typeof works;

/** What a thread is given. */
export interface Work {
  readonly name: keyof Works;
  readonly given: readonly unknown[];
}
