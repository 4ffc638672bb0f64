/** Texts of calls as the phone system tells of them, in English; its own words are the keys. */
export const pbxCalls = {
  pbxCall: {
    from: "From",
    to: "To",
    callerId: "Caller ID",
    began: "Began",
    directions: { Internal: "Internal", External: "External", Inbound: "Incoming", Outbound: "Outgoing" },
    states: {
      Ringing: "Ringing",
      InCall: "Talking",
      Hold: "On hold",
      Error: "Failed",
      Cancelled: "Cancelled",
      Transferred: "Transferred",
      Busy: "Busy",
      Completed: "Ended",
      Answered: "Answered",
      CallerHangUp: "The caller hung up",
      CalleeHungUp: "The called side hung up",
      TransferCompleted: "Transferred",
    },
  },
  history: {
    filter: "Filter the history",
    any: "Any",
    since: "Since",
    emptyTitle: "No calls found",
    emptyText: "The phone system knows of no past call that fits.",
    count_one: "{{count}} call",
    count_other: "{{count}} calls",
    pages: { first: "First page", previous: "Previous page", next: "Next page", last: "Last page" },
  },
};
