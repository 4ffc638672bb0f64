/**
 * How a PBX behaves on the wire where the manual leaves it open and no document can change it
 * (reference, open questions 5 and 6). Part of a dialect; shared by the machine and the walk.
 */
export interface Physics {
  /** Does the first key stop the prompt that is playing? Recommended reading: yes. */
  readonly keyStopsPrompt: boolean;
  /** What becomes of fewer keys than MinDigits when the time is over. Recommended reading: dropped. */
  readonly partialEntry: "dropped" | "entered";
}

export const recommendedPhysics: Physics = { keyStopsPrompt: true, partialEntry: "dropped" };
