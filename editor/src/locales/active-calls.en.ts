/** Texts of calls that are on the line, in English. */
export const activeCalls = {
  emptyTitle: "Nobody is on the line",
  emptyText: "Every call on the phone system appears here while it lasts, also those that no flow answers.",
  talking: "Talking",
  orders: {
    hold: "Put on hold",
    unhold: "Take off hold",
    transfer: "Transfer",
    "hang-up": "Hang up",
    speak: "Say something",
    play: "Play a file",
    record: "Record",
  },
  confirm: { transfer: "Transfer", speak: "Say", play: "Play" },
  asked: {
    transfer: "Transfer to",
    speak: "What both sides hear",
    play: "File on the phone system, or its web address",
  },
  transferor: "Who leaves the call",
  sides: { caller: "Caller {{number}}", callee: "Callee {{number}}" },
  done: {
    hold: "The call is on hold.",
    unhold: "The call goes on.",
    transfer: "The call was transferred.",
    "hang-up": "The call was ended.",
    speak: "It is being said.",
    play: "The file is being played.",
    record: "The call is being recorded.",
  },
};
