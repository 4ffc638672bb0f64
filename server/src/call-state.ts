/** How far a call has come; the last two are its ends. */
export const callStates = ["requested", "ringing", "active", "ended", "failed"] as const;

export type CallState = (typeof callStates)[number];

/** Calls that are not over. */
export const openStates = ["requested", "ringing", "active"] as const satisfies readonly CallState[];

/** What is heard of a call, from which states it leads on, and whither. In any other state it changes nothing. */
export const transitions = {
  /** The PBX took our request and rings; it may have connected already, which counts for more. */
  accepted: { from: ["requested"], to: "ringing" },
  /** The PBX refused our request, or nobody knows what became of it. */
  refused: { from: ["requested"], to: "failed" },
  /** The server that asked the PBX stopped before it had an answer. */
  abandoned: { from: ["requested"], to: "failed" },
  /**
   * The PBX asked what to do on it, so somebody is on the line, whatever was thought of it before: a request without an
   * answer may have rung all the same. But what it said is over stays so, for its requests may overtake each other.
   */
  connected: { from: ["requested", "ringing", "failed"], to: "active" },
  /** The caller got the fallback document. */
  apologized: { from: openStates, to: "failed" },
  /** CallFinished. */
  finished: { from: openStates, to: "ended" },
  /** Error. */
  broken: { from: openStates, to: "failed" },
} as const satisfies Readonly<Record<string, { readonly from: readonly CallState[]; readonly to: CallState }>>;

export type CallEvent = keyof typeof transitions;

export function stateAfter(state: CallState, event: CallEvent): CallState {
  const { from, to } = transitions[event];
  return (from as readonly CallState[]).includes(state) ? to : state;
}

export function isOver(state: CallState): boolean {
  return !(openStates as readonly CallState[]).includes(state);
}
