import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnsweredCallback } from "../../server/src/store/answered-callbacks.ts";
import type { SessionRow } from "../../server/src/store/session-store.ts";
import { createStore, type Store } from "../../server/src/store/store.ts";
import { onEachEngine } from "../support/each-engine.ts";

const at = (second: number) => new Date(Date.UTC(2030, 0, 1, 0, 0, second)).toISOString();

function session(call: string, turn: number): SessionRow {
  const id = `session of ${call}`;
  return {
    id,
    flowId: "flow",
    revision: 1,
    callId: call,
    parentCallId: null,
    turn,
    values: "{}",
    caller: "",
    dialed: "",
    began: "",
    seed: "",
    known: "{}",
    lastDocument: "menu",
    lastSite: null,
    lastAnswer: `answer ${turn}, which leads to another of ${id}`,
    updatedAt: at(turn),
  };
}

/** The callback that ends in this turn of the call. */
function answered(call: string, turn: number, more: Partial<AnsweredCallback> = {}) {
  const ended = session(call, turn);
  return {
    flowId: "flow",
    sessionId: ended.id,
    session: ended,
    ...(turn > 1 ? {} : { newCall: newCall(call) }),
    callback: {
      callId: call,
      turn,
      at: at(turn),
      document: "menu",
      notification: "",
      path: "[]",
      ahead: "[]",
      changed: "{}",
      requests: "[]",
    },
    newSessions: [],
    ...more,
  } satisfies AnsweredCallback;
}

function newCall(id: string, flowId = "flow"): NonNullable<AnsweredCallback["newCall"]> {
  const nothing = { endedAt: null, reason: null, pbxCallId: null, parentCallId: null };
  const known = { id, flowId, flowName: "Flow", revision: 1, caller: "", dialed: "" };
  return { ...known, direction: "incoming", state: "active", startedAt: at(0), heardAt: at(0), ...nothing };
}

async function prepare(store: Store): Promise<void> {
  if ((await store.flows.find("flow")) !== undefined) return;
  await store.flows.insert({ id: "flow", key: "key", name: "Flow", file: "{}", stepCount: 1, updatedAt: at(0) });
}

describe("callbacks that were answered", () => {
  onEachEngine((engine) => {
    test("of 300 calls at once are all stored, turn by turn", async () => {
      const store = createStore(engine());
      await prepare(store);
      const calls = Array.from({ length: 300 }, (_, index) => `many ${index}`);
      for (const turn of [1, 2, 3]) {
        const stored = await Promise.all(calls.map((call) => store.sessions.store(answered(call, turn))));
        expect(stored.every(Boolean)).toBe(true);
      }
      expect(await store.sessions.find("session of many 299")).toMatchObject({ turn: 3, updatedAt: at(3) });
      const callbacks = await store.calls.callbacksOf(calls);
      expect(callbacks).toHaveLength(900);
      expect((await store.calls.find("many 0"))?.heardAt).toBe(at(3));
    });

    test("of one turn count once, whoever asks how often", async () => {
      const [one, other] = [createStore(engine()), createStore(engine())];
      await prepare(one);
      await one.sessions.store(answered("same turn", 1));
      const all = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? one : other));
      const stored = await Promise.all(all.map(({ sessions }) => sessions.store(answered("same turn", 2))));
      expect(stored.filter(Boolean)).toHaveLength(1);
      expect(await one.calls.callbacksOf(["same turn"])).toHaveLength(2);
    });

    test("are told from those beside them that somebody else has answered or begun", async () => {
      const [one, other] = [createStore(engine()), createStore(engine())];
      await prepare(one);
      const calls = Array.from({ length: 12 }, (_, index) => `side by side ${index}`);
      const isLate = (index: number) => index % 4 === 1;
      const first = (call: string, name: string) =>
        answered(`${name} ${call}`, 1, { firstOf: { pbxCallId: call, unlessSince: at(0) } });
      await Promise.all(
        calls.filter((_, index) => isLate(index)).map((call) => other.sessions.store(first(call, "other"))),
      );
      const begun = await Promise.all(calls.map((call) => one.sessions.store(first(call, "one"))));
      expect(begun).toEqual(calls.map((_, index) => !isLate(index)));
      const names = calls.map((call, index) => `${isLate(index) ? "other" : "one"} ${call}`);
      await Promise.all(
        names.filter((_, index) => isLate(index)).map((name) => other.sessions.store(answered(name, 2))),
      );
      const gone = await Promise.all(names.map((name) => one.sessions.store(answered(name, 2))));
      expect(gone).toEqual(calls.map((_, index) => !isLate(index)));
      expect(await one.calls.callbacksOf(names)).toHaveLength(24);
    });

    test("leave nothing of what is null now", async () => {
      const store = createStore(engine());
      await prepare(store);
      const at3 = { ...session("emptied", 1), lastSite: 3 };
      await store.sessions.store(answered("emptied", 1, { session: at3 }));
      expect((await store.sessions.find(at3.id))?.lastSite).toBe(3);
      await store.sessions.store(answered("emptied", 2));
      expect((await store.sessions.find(at3.id))?.lastSite).toBeNull();
    });

    test("keep each its own, whatever those beside them have in common with them", async () => {
      const store = createStore(engine());
      await prepare(store);
      const text = fc.constantFrom("", "one", "other");
      const maybe = fc.option(text);
      const call = fc.record({ caller: text, dialed: text, reason: maybe, pbxCallId: maybe });
      const last = fc.record({ values: text, lastDocument: maybe, lastSite: fc.option(fc.nat(2)), lastAnswer: maybe });
      const batch = fc.array(fc.record({ call, last, path: text, turn: fc.constantFrom(1, 2) }), { maxLength: 12 });
      let round = 0;
      const check = fc.asyncProperty(batch, async (all) => {
        round += 1;
        const given = all.map(({ call, last, path, turn }, index) => {
          const one = answered(`round ${round} ${index}`, 1);
          const { callId } = one.callback;
          return {
            ...one,
            session: { ...session(callId, 1), ...last },
            newCall: { ...newCall(callId), ...call },
            callback: { ...one.callback, path, turn },
          };
        });
        await Promise.all(given.map((one) => store.sessions.store(one)));
        for (const { session, newCall, callback } of given) {
          expect(await store.sessions.find(session.id)).toEqual(session);
          expect(await store.calls.find(newCall.id)).toMatchObject(newCall);
          expect(await store.calls.callbacksOf([newCall.id])).toEqual([callback]);
        }
      });
      await fc.assert(check, { numRuns: 60 });
    });

    test("of a turn that is not the next one change nothing", async () => {
      const store = createStore(engine());
      await prepare(store);
      await store.sessions.store(answered("skipping", 1));
      expect(await store.sessions.store(answered("skipping", 3))).toBe(false);
      expect((await store.sessions.find("session of skipping"))?.turn).toBe(1);
    });

    test("are recalled without a question, until another server has gone on with the call", async () => {
      const [one, other] = [createStore(engine()), createStore(engine())];
      await prepare(one);
      expect(one.sessions.recall("session of recalled")).toBeUndefined();
      await one.sessions.store(answered("recalled", 1));
      expect(one.sessions.recall("session of recalled")).toEqual(await one.sessions.find("session of recalled"));
      await other.sessions.store(answered("recalled", 2));
      expect(await one.sessions.store(answered("recalled", 2))).toBe(false);
      expect(one.sessions.recall("session of recalled")).toBeUndefined();
    });

    test("first ones with the same CallId begin one session, and much later a new one", async () => {
      const [one, other] = [createStore(engine()), createStore(engine())];
      await prepare(one);
      const first = (call: string, second: number, unlessSince: number) => {
        const begun = answered(call, 1, { firstOf: { pbxCallId: "pbx1", unlessSince: at(unlessSince) } });
        return { ...begun, callback: { ...begun.callback, at: at(second) } };
      };
      const all = Array.from({ length: 20 }, (_, index) => ({ call: `twin ${index}`, on: index % 2 ? one : other }));
      const stored = await Promise.all(all.map(({ call, on }) => on.sessions.store(first(call, 100, 40))));
      expect(stored.filter(Boolean)).toHaveLength(1);
      const winner = all[stored.indexOf(true)]?.call;
      expect(await one.sessions.findBegun("flow", "pbx1", at(40))).toMatchObject({ callId: winner });
      expect(await one.calls.find(`twin ${(stored.indexOf(true) + 1) % 20}`)).toBeUndefined();
      expect(await one.sessions.findBegun("flow", "pbx1", at(101))).toBeUndefined();
      expect(await one.sessions.store(first("next", 200, 140))).toBe(true);
      expect(await one.sessions.findBegun("flow", "pbx1", at(140))).toMatchObject({ callId: "next" });
    });

    test("whose session nobody will ask for are kept with their call, once for each CallId", async () => {
      const [one, other] = [createStore(engine()), createStore(engine())];
      await prepare(one);
      const only = (call: string) => {
        const { session: _, ...begun } = answered(call, 1);
        return { ...begun, firstOf: { pbxCallId: "pbx plain", unlessSince: at(0) } };
      };
      expect(await one.sessions.store(only("plain"))).toBe(true);
      expect(await other.sessions.store(only("plain again"))).toBe(false);
      expect(await one.calls.callbacksOf(["plain", "plain again"])).toHaveLength(1);
      expect(await one.calls.find("plain")).toMatchObject({ state: "active" });
      expect(await one.sessions.find("session of plain")).toBeUndefined();
    });

    test("that cannot be stored leave nothing behind and harm no other", async () => {
      const store = createStore(engine());
      await prepare(store);
      const faulty = answered("faulty", 1, { newCall: newCall("faulty", "no such flow") });
      const others = Array.from({ length: 5 }, (_, index) => answered(`beside ${index}`, 1));
      const settled = await Promise.allSettled([faulty, ...others].map((one) => store.sessions.store(one)));
      expect(settled.map(({ status }) => status)).toEqual(["rejected", ...others.map(() => "fulfilled")]);
      expect(await store.sessions.find("session of faulty")).toBeUndefined();
      expect(await store.sessions.find("session of beside 4")).toMatchObject({ turn: 1 });
    });

    test("bring the sessions of calls they place, and what they tell of recordings", async () => {
      const store = createStore(engine());
      await prepare(store);
      const placed = { ...session("placed", 0), callId: null, parentCallId: "parent" };
      const recording = { id: "recording", url: "http://pbx.example/1.mp3" };
      await store.sessions.store(answered("parent", 1, { newSessions: [placed], recording }));
      expect(await store.sessions.find("session of placed")).toMatchObject({ callId: null, turn: 0 });
      expect(await store.calls.recordingsOf("parent")).toEqual([
        { ...recording, callId: "parent", turn: 1, at: at(1) },
      ]);
      await store.sessions.store(answered("placed", 1));
      expect(await store.sessions.find("session of placed")).toMatchObject({ callId: "placed", turn: 1 });
    });
  });
});
