/**
 * How a PBX behaves on the wire where the manual leaves it open and no document can change it
 * (reference, open questions 5 and 6). Part of a dialect; shared by the machine and the walk. Absent: the recommended
 * reading.
 */
export interface Physics {
  /** Does the first key stop the prompt that is playing? */
  readonly keyStopsPrompt?: boolean;
  /** What becomes of fewer keys than MinDigits when the time is over. */
  readonly partialEntry?: "dropped" | "entered";
  /** What becomes of at least MinDigits and fewer than MaxDigits when the time is over. */
  readonly shortEntry?: "entered" | "dropped";
  /** From when the time for the first key counts. A prompt is never cut short by it. */
  readonly timeoutCountsFrom?: "prompt-end" | "prompt-start";
}

export const recommendedPhysics: Required<Physics> = {
  keyStopsPrompt: true,
  partialEntry: "dropped",
  shortEntry: "entered",
  timeoutCountsFrom: "prompt-end",
};
