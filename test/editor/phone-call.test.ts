import { readFileSync } from "node:fs";
import {
  type Answerer,
  callOfTest,
  compile,
  createAnswerer,
  type Flow,
  playCall,
  playHttp,
  readFlowFile,
  testCallOf,
} from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import {
  askedUntil,
  attentionAt,
  eventsUntil,
  nextChange,
  placeAt,
  silenceNoticed,
  soundAt,
} from "../../editor/src/phone/heard-so-far.ts";
import { tonesOf } from "../../editor/src/phone/key-tones.ts";
import { createPhoneCall, isOver, type PhoneCallStore } from "../../editor/src/phone/phone-call.ts";
import { fromLocalTime, toLocalTime } from "../../editor/src/phone/setup/local-time.ts";
import { linesOfStartTags } from "../../editor/src/preview/source-map.ts";
import { flow } from "../support/flow-builder.ts";

const pinCheck = example("pin-check");

describe("a call from the editor's phone", () => {
  it("is heard as the clock goes on, and stands still while it is paused", async () => {
    const call = await called(pinCheck);
    expect(heard(call)).toEqual(["answered", "Please enter your 4-digit PIN."]);
    call.tick(1000);
    call.setState({ isRunning: false });
    call.tick(60_000);
    expect(call.getState().nowMs).toBe(1000);
    call.setState({ isRunning: true, speed: 4 });
    call.tick(500);
    expect(call.getState().nowMs).toBe(3000);
  });

  it("waits where it is told to, for a voice that is slower than was thought", async () => {
    const call = await called(pinCheck);
    call.tick(60_000, 1999);
    expect(call.getState().nowMs).toBe(1999);
  });

  it("makes the call that shows something, at the times its script comes to", async () => {
    const desk = flow({
      steps: {
        in: "incoming-call",
        pin: ["collect-digits", { prompt: { say: "Your PIN." }, minDigits: 4, maxDigits: 4 }],
        desk: ["transfer", { target: "2000" }],
        sorry: ["say", { say: "Nobody is there." }],
      },
      edges: ["in > pin.entered > desk.failed > sorry"],
      variables: { digits: "text" },
    });
    const shown = testCallOf({
      entry: "incoming-call",
      caller: [{ does: "nothing" }, { does: "press", keys: "4711" }],
      facts: { caller: "100", dialed: "8000", began: "2026-01-05T09:00:00.000Z", seed: "1" },
      unreachable: ["2000"],
      http: [],
      callees: {},
    });
    const { audioSeconds, ...again } = callOfTest(answererOf(desk), shown);
    const call = createPhoneCall(threadOfOurs());
    await call.call(desk, audioSeconds, again);
    expect(call.getState().status).toBe("on");
    call.skipTo(600_000);
    const all = played(call).transcript.events.map((one) => one.event);
    expect(all.filter((one) => one === "pressed")).toHaveLength(4);
    expect(heard(call)).toContain("Nobody is there.");
    expect(call.getState().setup).toMatchObject({ unreachable: ["2000"] });
  });

  it("goes another way when keys are pressed, and remembers what was pressed", async () => {
    const call = await called(pinCheck);
    call.tick(500);
    for (const key of "1234") await call.press(key);
    expect(played(call).transcript.events.filter(({ event }) => event === "pressed")).toHaveLength(4);
    call.tick(1);
    const { values } = askedUntil(played(call), call.getState().nowMs).at(-1)?.callback ?? {};
    expect(values).toMatchObject({ pin: "1234" });
  });

  it("passes over what comes next behind the keys just pressed, though it is not known yet what they do", async () => {
    const call = await called(pinCheck);
    call.setState({ isRunning: false });
    const pressed = [..."1234"].map((key) => call.press(key));
    call.skipTo(1000);
    expect(call.getState().nowMs).toBe(0);
    await Promise.all([...pressed, call.skip(nextChange)]);
    expect(call.getState().nowMs).toBe(1);
    expect(eventsUntil(played(call), 1).filter(({ event }) => event === "pressed")).toHaveLength(4);
  });

  it("takes back what was done later when one goes back", async () => {
    const call = await called(pinCheck);
    call.tick(500);
    await call.press("1");
    call.tick(1000);
    await call.press("2");
    await call.goBackTo(600);
    expect(call.getState()).toMatchObject({ nowMs: 600, isRunning: false, deeds: { keys: [{ key: "1", atMs: 501 }] } });
  });

  it("is over when the caller hangs up, and takes no more keys", async () => {
    const call = await called(pinCheck);
    call.tick(500);
    await call.hangUp();
    expect(isOver(call.getState())).toBe(true);
    await call.press("1");
    expect(call.getState().deeds).toEqual({ keys: [], leavesAtMs: 501 });
    expect(heard(call).at(-1)).toBe("hung-up");
  });

  it("is made again with the same deeds, also to a flow that was changed meanwhile", async () => {
    const call = await called(pinCheck);
    call.tick(500);
    await call.press("9");
    const { deeds, played: before } = call.getState();
    await call.call(pinCheck, {}, { deeds });
    expect(call.getState().played).toEqual(before);
  });

  it("keeps what was settled for it when the next call is settled", async () => {
    const call = await called(pinCheck);
    const before = played(call).transcript.events.length;
    call.setUp({ dialect: { keyStopsPrompt: false } });
    call.tick(500);
    await call.press("1");
    const cut = played(call).transcript.events.some((one) => one.event === "heard" && one.cutShort === true);
    expect(cut).toBe(true);
    expect(before).toBeGreaterThan(0);
  });

  it("is refused by a flow with errors", async () => {
    const call = await called(flow({ steps: { lonely: "say" } }));
    expect(call.getState().status).toBe("refused");
  });
});

describe("what is seen of a call at a moment", () => {
  it("is the document and line it is at, and the step they stand for", async () => {
    const call = await called(pinCheck);
    const { callback, tag, step } = placeAt(played(call), 100) ?? {};
    expect(step).toBe("ask-pin");
    const line = linesOfStartTags(callback?.xml ?? "")[tag ?? -1] ?? 0;
    expect(callback?.xml.split("\n")[line - 1]).toContain("<Speak>Please enter your 4-digit PIN.");
  });

  it("is a sound, and whether keys are waited for", async () => {
    const all = played(await called(pinCheck));
    const sound = soundAt(all, 0);
    expect(sound?.sound).toMatchObject({ effect: "speak", text: "Please enter your 4-digit PIN." });
    expect(attentionAt(all, 0)).toBe("keys");
    const ends = sound?.untilMs ?? 0;
    expect(soundAt(all, ends)).toBeUndefined();
    expect(nextChange(all, 0)).toBe(ends);
    expect(silenceNoticed(all, 0)).toBe(ends + 8000);
    expect(attentionAt(all, ends)).toBe("keys");
    expect(attentionAt(all, all.transcript.durationMs)).toBeUndefined();
    expect(nextChange(all, all.transcript.durationMs)).toBe(all.transcript.durationMs);
  });
});

describe("small parts of the phone", () => {
  it("sound each key as telephones do", () => {
    expect(tonesOf("1")).toEqual([697, 1209]);
    expect(tonesOf("5")).toEqual([770, 1336]);
    expect(tonesOf("*")).toEqual([941, 1209]);
    expect(tonesOf("0")).toEqual([941, 1336]);
    expect(tonesOf("#")).toEqual([941, 1477]);
    expect(tonesOf("A")).toBeUndefined();
    expect(tonesOf("")).toBeUndefined();
  });

  it("read and write times by the clock on the wall", () => {
    expect(fromLocalTime(toLocalTime("2026-12-24T18:00:05.000Z"))).toBe("2026-12-24T18:00:05.000Z");
    expect(fromLocalTime("")).toBeUndefined();
  });
});

async function called(flowToCall: Flow): Promise<PhoneCallStore> {
  const call = createPhoneCall(threadOfOurs());
  await call.call(flowToCall, {});
  return call;
}

function answererOf(subject: Flow): Answerer {
  const { program } = compile(subject);
  if (program === undefined) throw new Error("the flow has errors");
  return createAnswerer(program);
}

/** What the phone's worker does, at once. */
function threadOfOurs(): Parameters<typeof createPhoneCall>[0] {
  let answerer: Answerer | undefined;
  return {
    async take(taken) {
      const { program } = compile(taken);
      answerer = program && createAnswerer(program);
      return program !== undefined;
    },
    async play({ mocks, unreachable, audioSeconds, ...call }) {
      if (answerer === undefined) throw new Error("nothing was taken");
      return playCall(answerer, { ...call, world: { http: playHttp(mocks), unreachable, audioSeconds } });
    },
    stop() {},
  };
}

function played(call: PhoneCallStore) {
  const { played: all } = call.getState();
  if (all === undefined) throw new Error("there was no call");
  return all;
}

function heard(call: PhoneCallStore): readonly string[] {
  return eventsUntil(played(call), call.getState().nowMs).map((one) => (one.event === "heard" ? one.text : one.event));
}

function example(id: string): Flow {
  const read = readFlowFile(readFileSync(new URL(`../../flows/${id}.json`, import.meta.url), "utf8"));
  if (!("flow" in read)) throw new Error(`flows/${id}.json cannot be read`);
  return read.flow;
}
