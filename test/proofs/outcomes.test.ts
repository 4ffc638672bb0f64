import { compile, createAnswerer, simulated, simulateProgram } from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../compiler/src/compile.ts";
import { measureOutcomes } from "../../compiler/src/simulate/measure-outcomes.ts";
import { type FlowSketch, flow } from "../support/flow-builder.ts";
import { randomFlow, soundSeconds } from "../support/random-flow.ts";

function measured(sketch: FlowSketch | Parameters<typeof compile>[0], audioSeconds = {}) {
  const subject = "formatVersion" in sketch ? sketch : flow(sketch);
  const { program } = compile(subject);
  if (program === undefined) return undefined;
  return measureOutcomes(check(subject).analysis, createAnswerer(program), audioSeconds);
}

const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");
const keys = (...all: string[]) => all.map((key) => ({ key, label: `Key ${key}` }));

/** Two menus: billing behind 2 and 1, a desk behind 1, whoever does nothing is sent away. */
const office: FlowSketch = {
  steps: {
    in: "incoming-call",
    // 10 words are 4 s, so are 5 words 2 s.
    main: ["menu", { prompt: { say: words(10) }, options: keys("1", "2"), attempts: 1, timeoutSeconds: 5 }],
    more: ["menu", { prompt: { say: words(5) }, options: keys("1"), attempts: 1, timeoutSeconds: 7 }],
    desk: ["transfer", { target: "2000" }],
    billing: ["transfer", { target: "2001" }],
    bye: "hang-up",
  },
  edges: [
    "in > main.1 > desk.failed > bye",
    "main.2 > more.1 > billing.failed > bye",
    "main.exhausted > bye",
    "more.exhausted > bye",
  ],
};

describe("every end of a flow is measured", () => {
  it("in keys, seconds and callbacks", () => {
    const found = measured(office)?.map(({ step, ends, shortest, worst, callbacks }) => [
      step,
      ends,
      shortest?.keys,
      shortest?.seconds,
      worst?.seconds,
      callbacks,
    ]);
    expect(found).toEqual([
      // Two prompts with a second before each key; at most two prompts and all their time. One document is enough.
      ["billing", "transferred", 2, 8, 18, 1],
      // Nothing is pressed in 4 s and 5 s; at most somebody gets to the second menu, waits there, or nobody answers.
      ["bye", "hung-up", 0, 9, 18, 1],
      ["desk", "transferred", 1, 5, 9, 1],
    ]);
  });

  it("with audio as long as it is", () => {
    const played = {
      steps: { in: "incoming-call", song: ["play", { play: "song.wav" }], bye: "hang-up" },
      edges: ["in > song > bye"],
    } as const;
    expect(measured(played, { "song.wav": 42 })?.[0]).toMatchObject({ worst: { seconds: 42 } });
    expect(measured(played, { "song.wav": 42 })?.[0]).toMatchObject({ shortest: { seconds: 42, open: [] } });
    const open = [expect.objectContaining({ message: 'the length of "song.wav"' })];
    expect(measured(played)?.[0]).toMatchObject({ worst: { seconds: 0, open }, shortest: { seconds: 0, open } });
  });

  it("without a longest where callers may go round before, and with what it depends on", () => {
    const found = measured({
      steps: {
        in: "incoming-call",
        ask: ["menu", { options: keys("1", "2"), attempts: 1 }],
        name: ["http-request", { url: "http://crm.example", fields: [{ path: "name", variable: "who" }] }],
        hello: ["say", { say: "Hello {who}" }],
        bye: "hang-up",
      },
      variables: { who: "text" },
      edges: ["in > name.success > hello > ask.1 > ask", "name.failure > bye", "ask.2 > bye"],
    });
    const bye = found?.find(({ step }) => step === "bye");
    expect(bye?.worst).toBeUndefined();
    expect(bye?.shortest).toBeDefined();
  });

  it("by calls that end as is said, on the machine, and no call takes longer than is said", () => {
    let seen = 0;
    fc.assert(
      fc.property(randomFlow(), (subject) => {
        const { program } = compile(subject);
        const found = measured(subject, soundSeconds);
        if (program === undefined || found === undefined) return;
        const answerer = createAnswerer(program);
        for (const { step, ends, shortest, worst } of found) {
          if (shortest === undefined) continue;
          seen += 1;
          const { world, ...call } = simulated(shortest.call);
          const { transcript } = simulateProgram(answerer, {
            ...call,
            world: { ...world, audioSeconds: soundSeconds },
          });
          if (ends === "transferred")
            expect(transcript.events.some((one) => one.event === "transferred" && one.ok)).toBe(true);
          if (worst !== undefined && worst.open.length === 0)
            expect(transcript.durationMs, `${step} ${ends}`).toBeLessThanOrEqual(worst.seconds * 1000);
        }
      }),
      { numRuns: 100, seed: 20261127 },
    );
    expect(seen).toBeGreaterThan(10);
  });
});
