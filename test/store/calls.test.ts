import { describe, expect, test } from "vitest";
import { type CallEvent, callStates, isOver, stateAfter, transitions } from "../../server/src/call-state.ts";
import { createStore } from "../../server/src/store/store.ts";
import { onEachEngine } from "../support/each-engine.ts";

const at = (second: number) => new Date(Date.UTC(2030, 0, 1, 0, 0, second)).toISOString();
const events = Object.keys(transitions) as CallEvent[];

describe("calls", () => {
  onEachEngine((engine) => {
    test("change their state as the table of transitions says, and are not touched otherwise", async () => {
      const { flows, calls } = createStore(engine());
      await flows.insert({ id: "flow", key: "key", name: "Flow", file: "{}", stepCount: 1, updatedAt: at(0) });
      const known = { flowId: "flow", flowName: "Flow", revision: 1, direction: "outgoing", caller: "", dialed: "" };
      const unset = { endedAt: null, reason: null, pbxCallId: null, parentCallId: null, disposition: null, note: null };
      for (const state of callStates) {
        for (const event of events) {
          const before = { ...known, ...unset, id: `${state} ${event}`, state, startedAt: at(1), heardAt: at(1) };
          await calls.insert({ ...before, direction: "outgoing" });
          await calls.tell(before.id, { event, at: at(9), reason: "why", pbxCallId: "pbx" });
          const after = stateAfter(state, event);
          const changed = { state: after, heardAt: at(9), endedAt: isOver(after) ? at(9) : null, reason: "why" };
          const expected = after === state && !transitions[event].from.some((one) => one === state) ? {} : changed;
          expect(await calls.find(before.id)).toEqual({
            ...before,
            ...expected,
            ...("state" in expected ? { pbxCallId: "pbx" } : {}),
          });
        }
      }
    });

    test("of which nothing was heard since can be told something together", async () => {
      const { calls } = createStore(engine());
      expect(await calls.tellQuiet(at(1), { event: "abandoned", at: at(20), reason: "why" })).toBe(0);
      const requested = (await Promise.all(events.map((event) => calls.find(`requested ${event}`)))).filter(
        (call) => call?.state === "requested",
      );
      expect(await calls.tellQuiet(at(2), { event: "abandoned", at: at(20), reason: "why" })).toBe(requested.length);
    });

    test("a round is taken once by however many servers, and again after its time, or when a clock was wrong", async () => {
      const servers = Array.from({ length: 10 }, () => createStore(engine()).settings);
      const take = (now: number, since: number) =>
        Promise.all(servers.map((settings) => settings.takeRound("tidy", { now: at(now), since: at(since) })));
      const taken = async (now: number, since: number) => (await take(now, since)).filter(Boolean).length;
      expect([await taken(10, 0), await taken(15, 5), await taken(25, 15), await taken(3, 0)]).toEqual([1, 0, 1, 1]);
    });
  });
});
