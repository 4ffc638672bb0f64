import { readFileSync } from "node:fs";
import {
  type CallerAction,
  compile,
  conversationOf,
  createAnswerer,
  type EntryKind,
  type Flow,
  findStepDefinition,
  linkFlow,
  type Played,
  type PlayedCall,
  parseCallerScript,
  playCall,
  printTranscript,
  readFlowFile,
  simulateFlow,
  simulateProgram,
  type TimedDeeds,
  type Transcript,
} from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { randomCaller, randomFlow } from "../support/random-flow.ts";

const pinCheck = example("pin-check");

describe("a call at a dial pad", () => {
  it("goes on by itself until a key is pressed, and is heard as scripted callers hear it", () => {
    const keys = [..."1234"].map((key, index) => ({ key, atMs: 1500 + index * 400 }));
    const pressed = play(pinCheck, { keys });
    const parsed = parseCallerScript("1234@1.5");
    if ("fault" in parsed) throw new Error(parsed.fault.message);
    const scripted = simulateProgram(answererOf(pinCheck), { entry: "incoming-call", caller: parsed.script });
    expect(conversationOf(pressed.transcript)).toEqual(conversationOf(scripted.transcript));
    expect(play(pinCheck, { keys: [] }).transcript.durationMs).toBeGreaterThan(10_000);
  });

  it("tells at which start tag of which document it is, so the step and its line are known", () => {
    const { moments, callbacks } = play(pinCheck, { keys: [] });
    const places = moments.flatMap((one) => (one.what === "came-to" ? [one] : []));
    expect(places.length).toBeGreaterThan(3);
    const tagNames = places.map(({ callback, tag }) => {
      const { xml = "", tags = [] } = callbacks[callback] ?? {};
      const name = [...xml.matchAll(/<([A-Za-z]+)/g)][tag]?.[1];
      return `${pinCheck.steps.find(({ id }) => id === tags[tag]?.step)?.type} <${name}>`;
    });
    expect(new Set(tagNames)).toEqual(
      new Set(["collect-digits <UserInput>", "collect-digits <Speak>", "say <Speak>", "hang-up <Hangup>"]),
    );
  });

  it("waits for a key as long as the question does, and rests when it is over", () => {
    const { moments, transcript } = play(pinCheck, { keys: [] });
    const waits = moments.flatMap((one) => (one.what === "listening" ? [one.untilMs] : []));
    const silent = transcript.events.filter((one) => one.event === "said-nothing");
    expect(waits).toEqual(silent.map(({ atMs }) => atMs));
  });

  it("a recording ends with its key, and not with another one", () => {
    const keep = flow({ steps: { in: "incoming-call", keep: "record" }, edges: ["in > keep"] });
    const { moments } = play(keep, { keys: [] });
    const begins = moments.find(({ what }) => what === "recording")?.atMs ?? -1;
    const lasts = (...keys: readonly string[]) => {
      const pressed = keys.map((key, index) => ({ key, atMs: begins + 1000 * (index + 1) }));
      const one = play(keep, { keys: pressed }).transcript.events.find(({ event }) => event === "recorded");
      return one?.event === "recorded" ? one.seconds : undefined;
    };
    expect(lasts("5", "#")).toBe(2);
    expect(lasts("#")).toBe(1);
    expect(lasts("5")).toBe(lasts());
  });

  it("who hangs up is gone at that moment", () => {
    const { transcript } = play(pinCheck, { keys: [], leavesAtMs: 700 });
    expect(transcript.durationMs).toBe(700);
    expect(printTranscript(transcript)).toContain("the caller hung up");
  });
});

describe("any flow at a dial pad", () => {
  it("makes of keys at their times what scripted callers make of it, and comes to the steps the flow means", () => {
    let compared = 0;
    fc.assert(
      fc.property(randomFlow(), randomCaller, (flow, actions) => {
        const caller = actions.map(asToldByTimes);
        const entry = entryOf(flow);
        const { program } = compile(flow);
        if (program === undefined || entry !== "incoming-call") return;
        const scripted = simulateProgram(createAnswerer(program), { entry, caller, world });
        if (scripted.transcript.events.some(({ event }) => event === "recorded")) return;
        const played = playCall(createAnswerer(program), { entry, world, deeds: deedsIn(scripted.transcript) });
        expect(conversationOf(played.transcript)).toEqual(conversationOf(scripted.transcript));
        const meant = simulateFlow(linkFlow(flow).linked, { entry, caller, world }).steps;
        expectInOrder(visited(played), meant);
        compared += 1;
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(compared).toBeGreaterThan(25);
  }, 600_000);

  it("a later deed changes nothing that has happened", () => {
    fc.assert(
      fc.property(
        randomFlow(),
        fc.nat(30_000),
        fc.constantFrom(..."123*#"),
        fc.boolean(),
        (flow, atMs, key, leaves) => {
          const entry = entryOf(flow);
          const { program } = compile(flow);
          if (program === undefined || entry !== "incoming-call") return;
          const answerer = createAnswerer(program);
          const alone = playCall(answerer, { entry, world, deeds: { keys: [] } });
          const later = leaves ? { keys: [], leavesAtMs: atMs + 1 } : { keys: [{ key, atMs: atMs + 1 }] };
          expect(until(atMs, playCall(answerer, { entry, world, deeds: later }))).toEqual(until(atMs, alone));
        },
      ),
      { numRuns: 150, seed: 3 },
    );
  }, 600_000);
});

/** Of several keys in one prompt a transcript tells one time; and a key at the very end of a wait may be for either question. */
function asToldByTimes(action: CallerAction): CallerAction {
  if (action.does !== "press") return action;
  const at = action.atSeconds === undefined ? {} : { atSeconds: action.atSeconds + 0.001 };
  return { ...action, keys: action.keys.charAt(0), ...at };
}

const world = { maxEvents: 200 };

/** What has been told up to a time; that something will be cut short is not known before. */
function until(ms: number, { transcript, moments }: Played) {
  return {
    events: transcript.events.filter(({ atMs }) => atMs <= ms).map((one) => ({ ...one, cutShort: undefined })),
    moments: moments.filter(({ atMs }) => atMs <= ms).map((one) => ({ ...one, untilMs: undefined })),
  };
}

function deedsIn({ events, durationMs }: Transcript): TimedDeeds {
  const keys = events.flatMap((one) =>
    one.event === "pressed" ? [...one.keys].map((key) => ({ key, atMs: one.atMs })) : [],
  );
  const left = events.some((one) => one.event === "hung-up" && one.by === "caller");
  return { keys, leavesAtMs: left ? durationMs : undefined };
}

/** Steps that elements of documents stand for, in order. */
function visited({ moments, callbacks }: Played): readonly string[] {
  return moments
    .flatMap((one) => (one.what === "came-to" ? [callbacks[one.callback]?.tags[one.tag]?.step ?? "?"] : []))
    .filter((step, index, all) => step !== "" && step !== all[index - 1]);
}

/** Every step of the first list is met in the second one, in the same order. */
function expectInOrder(some: readonly string[], all: readonly string[]): void {
  let at = 0;
  for (const step of some) {
    const found = all.indexOf(step, Math.max(0, at - 1));
    expect(found, `${step} of ${some.join(" ")} in ${all.join(" ")}`).toBeGreaterThanOrEqual(0);
    at = found + 1;
  }
}

function entryOf(flow: Flow): EntryKind | undefined {
  return flow.steps.map((step) => findStepDefinition(step.type)?.entry).find((kind) => kind !== undefined);
}

function play(flow: Flow, deeds: TimedDeeds, more: Partial<PlayedCall> = {}): Played {
  return playCall(answererOf(flow), { entry: "incoming-call", deeds, ...more });
}

function answererOf(flow: Flow) {
  const { program, diagnostics } = compile(flow);
  if (program === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return createAnswerer(program);
}

function example(name: string): Flow {
  const read = readFlowFile(readFileSync(new URL(`../../flows/${name}.json`, import.meta.url), "utf8"));
  if (!("flow" in read)) throw new Error("the examples are flows");
  return read.flow;
}
