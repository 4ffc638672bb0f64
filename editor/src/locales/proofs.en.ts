/** Texts about what is claimed of every call, in English. They come with what shows it. */
export const proofs = {
  title: "What holds for every call",
  verdict: { proven: "Proven", refuted: "Refuted", "cannot-tell": "Cannot tell" },
  empty: "Nothing is claimed yet",
  emptyText: "Once calls come in to the flow, or go out from it, you read here what no caller can ever meet.",
  busy: "Looking into all calls …",
  upToDate: "Holds for the flow as it is drawn.",
  show: "Show the way",
  showHint: "Lights the steps that such a call comes to",
  play: "Play it",
  playHint: "Makes this call in the phone",
};
