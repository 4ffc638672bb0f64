/** Texts of recordings of calls, in English. */
export const recordings = {
  recording: "Recording",
  emptyTitle: "No recordings found",
  emptyText: "When a flow records callers and waits for the end of it, the phone system tells where the file lies.",
  where: "The files lie with the phone system and are opened from there.",
};
