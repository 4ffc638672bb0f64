import { type Flow, review } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";

const keys = (...all: string[]) => all.map((key) => ({ key, label: `Key ${key}` }));

/** Who presses 1 hears the song before somebody takes the call, who presses 2 does not. A silent caller waits for 5 s. */
const office = (promises: NonNullable<Flow["promises"]> = {}, ways = ["1", "2"]): Flow => ({
  ...flow({
    steps: {
      in: "incoming-call",
      welcome: ["play", { play: "prompt:welcome" }],
      ask: ["menu", { prompt: { say: "" }, options: keys(...ways), attempts: 1, timeoutSeconds: 5 }],
      song: ["play", { play: "song.wav" }],
      desk: ["transfer", { target: "2000" }],
      bye: "hang-up",
    },
    edges: [
      "in > welcome > ask.1 > song > desk.failed > bye",
      "ask.exhausted > bye",
      ...(ways.includes("2") ? ["ask.2 > desk"] : []),
    ],
  }),
  promises,
});

/** What is claimed, in English. */
function about(code: string, subject: Flow, audioSeconds: Readonly<Record<string, number>>) {
  const claim = review(subject, { audioSeconds }).claims.find((one) => one.code === code);
  const { seconds, open = [] } = claim?.bound ?? {};
  const bound = { seconds, open: open.map(({ message }) => message) };
  return { verdict: claim?.verdict, sentence: claim?.sentence.message, bound };
}

describe("how long a call takes goes by the lengths of sounds", () => {
  it("where they are known", () => {
    const lengths = { "prompt:welcome": 12.4, "song.wav": 30 };
    expect(about("silent-caller-ends", office(), lengths)).toMatchObject({ bound: { seconds: 18, open: [] } });
    expect(about("every-path-ends", office(), lengths).sentence).toContain("within 30 s");
  });

  it("where they are not, it is said what is not in it", () => {
    const { bound, sentence } = about("every-path-ends", office(), { "song.wav": 30 });
    expect(bound).toMatchObject({ seconds: 30, open: ['the length of "prompt:welcome"'] });
    expect(sentence).toContain('within 30 s and 4 steps, apart from the length of "prompt:welcome".');
    const many = flow({
      steps: {
        in: "incoming-call",
        ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`p${n}`, ["play", { play: `${n}.wav` }] as const])),
      },
      edges: ["in > p1 > p2 > p3 > p4 > p5"],
    });
    expect(about("silent-caller-ends", many, {}).sentence).toContain(
      'apart from the length of "1.wav", the length of "2.wav", the length of "3.wav" and 2 more.',
    );
  });

  it("stops where the sound is told to stop, whatever its length is", () => {
    const capped = flow({
      steps: { in: "incoming-call", song: ["play", { play: "song.wav", maxSeconds: 20 }] },
      edges: ["in > song"],
    });
    expect(about("silent-caller-ends", capped, {}).bound).toMatchObject({ seconds: 20, open: [] });
    expect(about("silent-caller-ends", capped, { "song.wav": 7 }).bound).toMatchObject({ seconds: 7 });
  });
});

describe("a promise to silent callers", () => {
  const claim = (promised: number, lengths: Readonly<Record<string, number>>) =>
    about("promise-silent-caller-gone", office({ silentCallerGone: promised }), lengths);

  it("is kept or broken by the sound's length", () => {
    expect(claim(20, { "prompt:welcome": 12 })).toMatchObject({ verdict: "proven" });
    expect(claim(20, { "prompt:welcome": 16 })).toMatchObject({
      verdict: "refuted",
      sentence: "A caller who presses nothing may be on the line for 21 s, but 20 s are promised.",
    });
  });

  it("is broken all the same where that takes no sound; else it cannot be told without its length", () => {
    expect(claim(4, {})).toMatchObject({
      verdict: "refuted",
      sentence: expect.stringContaining('for 5 s, apart from the length of "prompt:welcome", but 4 s'),
    });
    expect(claim(20, {})).toMatchObject({ verdict: "cannot-tell" });
  });
});

describe("a promise of a person", () => {
  const claim = (lengths: Readonly<Record<string, number>>, ways?: string[]) =>
    about("promise-person-reached", office({ personReached: 10 }, ways), { "prompt:welcome": 2, ...lengths });

  it("is kept by a way without the sound whose length nobody knows", () => {
    expect(claim({})).toMatchObject({ verdict: "proven", sentence: expect.stringContaining("after 3 s") });
  });

  it("cannot be told where every way plays it, and is decided by its length", () => {
    expect(claim({}, ["1"])).toMatchObject({
      verdict: "cannot-tell",
      sentence:
        'Who wants a person can be with one after 3 s, apart from the length of "song.wav"; whether that is within the 10 s promised is not known.',
    });
    expect(claim({ "song.wav": 6 }, ["1"])).toMatchObject({ verdict: "proven" });
    expect(claim({ "song.wav": 8 }, ["1"])).toMatchObject({
      verdict: "refuted",
      sentence: "Who wants a person waits for 11 s at least, but 10 s are promised.",
    });
  });
});
