import { type CallAtPhone, type Flow, noCallFacts, type Played, type TimedDeeds } from "@ozflow/compiler";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { PhoneCall, PhoneThread } from "../worker/phone-protocol.ts";

/** What is settled before a call begins. */
export type CallSetup = Omit<PhoneCall, "deeds" | "audioSeconds">;

export const plainSetup: CallSetup = {
  entry: "incoming-call",
  facts: { ...noCallFacts, caller: "1001", dialed: "8000" },
  given: {},
  parameters: {},
  dialect: {},
  mocks: [],
  unreachable: [],
};

export const speeds = [1, 2, 4] as const;
export type Speed = (typeof speeds)[number];

export interface PhoneState {
  readonly setup: CallSetup;
  /** `refused`: the flow has errors and cannot be called. `on`: also when the call is over, until the next one. */
  readonly status: "idle" | "preparing" | "refused" | "on";
  readonly deeds: TimedDeeds;
  /** The call to its end, as if the caller did nothing more. */
  readonly played: Played | undefined;
  /** How far it has been heard, milliseconds since it began. */
  readonly nowMs: number;
  readonly isRunning: boolean;
  readonly speed: Speed;
}

/** What the caller did; of a call that was set up otherwise, also how. */
export type CallAgain = Pick<CallAtPhone, "deeds"> & Partial<CallSetup>;

/** A call to the flow as it is drawn, played in the browser. What it did depends on setup and deeds and on nothing else. */
export interface PhoneCallStore extends StoreApi<PhoneState> {
  /**
   * Begins a call; with `again`, one in which the caller does the same, and what it needs of the world around is kept for
   * the next call. `audioSeconds`: lengths of sounds by the name the flow has for them.
   */
  call(flow: Flow, audioSeconds: Readonly<Record<string, number>>, again?: CallAgain): Promise<void>;
  /** For the next call; the one that goes on stays as it was set up. */
  setUp(setup: Partial<CallSetup>): void;
  press(key: string): Promise<void>;
  /** The call as it was set up when it began, with all that was done in it. */
  made(): PhoneCall;
  hangUp(): Promise<void>;
  /** The clock went on by so much, but not beyond `holdMs`. */
  tick(elapsedMs: number, holdMs?: number): void;
  /** What is heard until then is passed over; not while consequences of a deed are awaited. */
  skipTo(ms: number): void;
  /** Passes over what is heard until the moment that is found, once the consequences of all deeds before are known. */
  skip(find: (played: Played, nowMs: number) => number | undefined): Promise<void>;
  /** Everything done later is taken back. */
  goBackTo(ms: number): Promise<void>;
  stop(): void;
}

const noDeeds: TimedDeeds = { keys: [] };

export function createPhoneCall(thread: PhoneThread): PhoneCallStore {
  const store = createStore<PhoneState>(() => ({
    setup: plainSetup,
    status: "idle",
    deeds: noDeeds,
    played: undefined,
    nowMs: 0,
    isRunning: true,
    speed: 1,
  }));
  const { getState, setState } = store;
  let made: Omit<PhoneCall, "deeds"> = { ...plainSetup, audioSeconds: {} };
  /** Deeds whose consequences are not known yet; the clock waits for them. */
  let waiting = 0;
  let latest: Promise<void> = Promise.resolve();

  const play = (deeds: TimedDeeds): Promise<void> => {
    setState({ deeds });
    waiting += 1;
    latest = thread
      .play({ ...made, deeds })
      .then((played) => setState({ played }))
      .finally(() => {
        waiting -= 1;
      });
    return latest;
  };
  const skipTo = (ms: number) => {
    if (waiting === 0) setState(({ nowMs }) => ({ nowMs: Math.max(nowMs, ms) }));
  };
  const isOn = () => getState().status === "on" && !isOver(getState());

  return {
    ...store,
    setUp: (setup) => setState((state) => ({ setup: { ...state.setup, ...setup } })),
    async call(flow, audioSeconds, { deeds, ...around } = { deeds: noDeeds }) {
      const setup = { ...getState().setup, ...around };
      made = { ...setup, audioSeconds };
      setState({ setup, status: "preparing", played: undefined, nowMs: 0, isRunning: true });
      if (!(await thread.take(flow))) {
        setState({ status: "refused" });
        return;
      }
      await play(deeds);
      setState({ status: "on" });
    },
    made: () => ({ ...made, deeds: getState().deeds }),
    async press(key) {
      if (!isOn()) return;
      const { deeds, nowMs } = getState();
      await play({ ...deeds, keys: [...deeds.keys, { key, atMs: nextMs(nowMs) }] });
    },
    async hangUp() {
      if (!isOn()) return;
      const { deeds, nowMs } = getState();
      await play({ ...deeds, leavesAtMs: nextMs(nowMs) });
      setState(({ played }) => ({ nowMs: played?.transcript.durationMs ?? 0 }));
    },
    tick(elapsedMs, holdMs = Number.POSITIVE_INFINITY) {
      const { isRunning, nowMs, speed, played } = getState();
      if (!isOn() || !isRunning || waiting > 0) return;
      const endMs = Math.min(played?.transcript.durationMs ?? 0, Math.max(nowMs, holdMs));
      setState({ nowMs: Math.min(nowMs + elapsedMs * speed, endMs) });
    },
    skipTo,
    async skip(find) {
      while (waiting > 0) await latest;
      const { played, nowMs } = getState();
      const ms = played && find(played, nowMs);
      if (ms !== undefined) skipTo(ms);
    },
    async goBackTo(ms) {
      const { status, deeds } = getState();
      if (status !== "on") return;
      const leavesAtMs = deeds.leavesAtMs === undefined || deeds.leavesAtMs > ms ? undefined : deeds.leavesAtMs;
      setState({ nowMs: ms, isRunning: false });
      await play({ keys: deeds.keys.filter(({ atMs }) => atMs <= ms), leavesAtMs });
    },
    stop: thread.stop,
  };
}

export function isOver({ played, nowMs }: PhoneState): boolean {
  return played !== undefined && nowMs >= played.transcript.durationMs;
}

/** What has been heard at this moment has happened, so what is done now comes behind it. */
function nextMs(nowMs: number): number {
  return Math.floor(nowMs) + 1;
}
