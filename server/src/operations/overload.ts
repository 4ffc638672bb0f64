/** More than this and callers would wait for an answer that comes too late. */
export interface Limits {
  /** Callbacks that are being answered. */
  readonly inFlight: number;
  /** Milliseconds that the event loop may be behind. */
  readonly lagMs: number;
}

export interface OverloadGuard {
  /** False: answer with the fallback at once. True: answer, and call `done` when that has happened. */
  admit(callback: "new-call" | "running-call"): boolean;
  done(): void;
  inFlight(): number;
}

/** Calls that are on the line already may use twice of everything: new callers are sent away before they are. */
const forRunningCalls = 2;

/** Sheds load: a few callers hear the fallback quickly, and nobody hears silence. */
export function createOverloadGuard({ inFlight: most, lagMs }: Limits, lag: () => number): OverloadGuard {
  let inFlight = 0;
  return {
    admit(callback) {
      const times = callback === "new-call" ? 1 : forRunningCalls;
      if (inFlight >= most * times || lag() > lagMs * times) return false;
      inFlight += 1;
      return true;
    },
    done() {
      inFlight -= 1;
    },
    inFlight: () => inFlight,
  };
}
