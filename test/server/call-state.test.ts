import { describe, expect, test } from "vitest";
import {
  type CallEvent,
  type CallState,
  callStates,
  isOver,
  stateAfter,
  transitions,
} from "../../server/src/call-state.ts";

const events = Object.keys(transitions) as CallEvent[];
const all = (state: CallState, ...heard: CallEvent[]) => heard.reduce(stateAfter, state);

describe("a call that we ask for", () => {
  test("rings, is connected and ends", () => {
    expect(all("requested", "accepted")).toBe("ringing");
    expect(all("requested", "accepted", "connected")).toBe("active");
    expect(all("requested", "accepted", "connected", "connected", "finished")).toBe("ended");
  });
  test("is connected, even if that is heard before the PBX says that it rings", () => {
    expect(all("requested", "connected", "accepted")).toBe("active");
  });
  test.each([
    ["the PBX refuses it", ["refused"], "failed"],
    ["nobody answers", ["accepted", "broken"], "failed"],
    ["the server stops before the PBX has answered", ["abandoned"], "failed"],
    ["a caller gets the fallback", ["connected", "apologized"], "failed"],
    ["the PBX says in the end that all went well", ["accepted", "finished"], "ended"],
  ] as const)("is over when %s", (_what, heard, state) => {
    expect(all("requested", ...heard)).toBe(state);
  });
  test("is on when it rang all the same after no answer to our request, or goes on after an apology", () => {
    expect(all("requested", "refused", "connected")).toBe("active");
    expect(all("requested", "connected", "apologized", "connected")).toBe("active");
  });
});

describe("whatever is heard, in whatever order", () => {
  /** Every order of at most four events, from the first state on: each state that can be come to, with a way to it. */
  function reach(state: CallState, depth: number, way: readonly CallEvent[] = []): [CallState, readonly CallEvent[]][] {
    const here: [CallState, readonly CallEvent[]] = [state, way];
    if (depth === 0) return [here];
    return [here, ...events.flatMap((event) => reach(stateAfter(state, event), depth - 1, [...way, event]))];
  }
  const reached = reach("requested", 4);

  test("every state can be come to", () => {
    expect(new Set(reached.map(([state]) => state))).toEqual(new Set(callStates));
  });
  test("no call is stuck: its end, or an apology, ends it from every state", () => {
    for (const [state] of reached) {
      for (const event of ["finished", "broken", "apologized"] as const) {
        expect(isOver(stateAfter(state, event))).toBe(true);
      }
    }
  });
  test("one that the PBX has finished is never on again", () => {
    for (const [state, way] of reached) {
      const end = way.indexOf("finished");
      const wasOpen = end >= 0 && !isOver(all("requested", ...way.slice(0, end)));
      if (wasOpen) expect(state).toBe("ended");
    }
  });
  test("only a document that is asked for makes it active, and what is told twice changes nothing more", () => {
    for (const state of callStates) {
      for (const event of events) {
        const after = stateAfter(state, event);
        if (after === "active" && state !== "active") expect(event).toBe("connected");
        expect(stateAfter(after, event)).toBe(after);
      }
    }
  });
});
