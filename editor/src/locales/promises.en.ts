/** Texts about what callers are promised, in English. They come with the fields for it. */
export const promises = {
  text: "A flow that does not keep what it promises cannot be published. Counted are prompts heard to their end and a second for each key.",
  silentCallerGone: "Who presses nothing is off the line within",
  personReached: "Who wants a person reaches one within",
  outcome: "Who wants “{{name}}” is through with it within",
  nothing: "nothing promised",
  add: "Promise an outcome",
  addPlaceholder: "Where calls end",
  noOutcome: "No call ends at such a step",
  remove: "Promise nothing about “{{name}}”",
  proven: "Kept",
  refuted: "Broken",
  "cannot-tell": "Cannot tell",
};
