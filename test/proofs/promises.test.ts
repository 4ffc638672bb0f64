import { applyEdits, type Flow, review } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { playOnMachine } from "../support/claim-cases.ts";
import { flow } from "../support/flow-builder.ts";

const keys = (...all: string[]) => all.map((key) => ({ key, label: `Key ${key}` }));
const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");

/** 10 words are 4 s. A silent caller hears them and waits for 5 s, three times. */
const office = (promises: NonNullable<Flow["promises"]>): Flow => ({
  ...flow({
    steps: {
      in: "incoming-call",
      main: ["menu", { prompt: { say: words(10) }, options: keys("1"), timeoutSeconds: 5 }],
      more: ["menu", { prompt: { say: words(5) }, options: keys("1"), timeoutSeconds: 5 }],
      desk: ["transfer", { target: "2000" }],
      bye: "hang-up",
    },
    edges: ["in > main.1 > more.1 > desk.failed > bye", "main.exhausted > bye", "more.exhausted > bye"],
  }),
  promises,
});

const about = (code: string, subject: Flow) => {
  const { claims, diagnostics } = review(subject);
  return { claim: claims.find((one) => one.code === code), told: diagnostics.filter((one) => one.code === code) };
};

describe("silent callers are off the line as soon as promised", () => {
  const code = "promise-silent-caller-gone";

  it("is claimed only where it is promised", () => {
    expect(about(code, office({})).claim).toBeUndefined();
  });

  it("is proven", () => {
    expect(about(code, office({ silentCallerGone: 27 }))).toMatchObject({ claim: { verdict: "proven" }, told: [] });
  });

  it("is refuted by a call that takes longer, and the flow cannot be published", () => {
    const { claim, told } = about(code, office({ silentCallerGone: 26 }));
    expect(claim).toMatchObject({ verdict: "refuted", call: { caller: [] } });
    expect(told).toMatchObject([
      { severity: "error", message: expect.stringContaining("for 27 s, but 26 s are promised") },
    ]);
    const subject = office({ silentCallerGone: 26 });
    expect(playOnMachine(subject, claim?.call).durationMs).toBeGreaterThan(26_000);
  });

  it("is refuted by a call that never ends", () => {
    const endless = {
      ...flow({ steps: { in: "incoming-call", ask: "menu" }, edges: ["in > ask.no-input > ask"] }),
      promises: { silentCallerGone: 90 },
    };
    expect(about(code, endless).told).toMatchObject([{ severity: "error" }]);
  });

  it("stays open where a web server says how long it takes", () => {
    const open: Flow = {
      ...flow({
        steps: {
          in: "incoming-call",
          ask: ["http-request", { url: "https://crm.example", fields: [{ path: "news", variable: "news" }] }],
          tell: ["say", { say: "{news}" }],
          bye: "hang-up",
        },
        variables: { news: "text" },
        edges: ["in > ask.success > tell > bye", "ask.failure > bye"],
      }),
      promises: { silentCallerGone: 300 },
    };
    expect(about(code, open).claim).toMatchObject({ verdict: "cannot-tell" });
  });
});

describe("a person can be reached as soon as promised", () => {
  const code = "promise-person-reached";

  it("is proven, with the seconds of the quickest way", () => {
    expect(about(code, office({ personReached: 8 })).claim).toMatchObject({
      verdict: "proven",
      sentence: { message: "Who wants a person can be with one after 8 s; 8 s are promised." },
    });
  });

  it("is refuted by the quickest way there is", () => {
    const { claim, told } = about(code, office({ personReached: 7 }));
    expect(claim).toMatchObject({
      verdict: "refuted",
      sentence: { message: expect.stringContaining("waits for 8 s at least") },
    });
    expect(told).toMatchObject([{ severity: "error", step: "desk" }]);
    const { events } = playOnMachine(office({ personReached: 7 }), claim?.call);
    expect(events.find((one) => one.event === "transferred")?.atMs).toBe(8000);
  });

  it("takes the quicker of two ways, though it needs more keys", () => {
    const subject: Flow = {
      ...flow({
        steps: {
          in: "incoming-call",
          ask: ["menu", { prompt: { say: words(5) }, options: keys("1", "2") }],
          long: ["say", { say: words(100) }],
          short: ["menu", { prompt: { say: words(5) }, options: keys("1") }],
          desk: ["transfer", { target: "2000" }],
          bye: "hang-up",
        },
        edges: [
          "in > ask.1 > long > desk.failed > bye",
          "ask.2 > short.1 > desk",
          "ask.exhausted > bye",
          "short.exhausted > bye",
        ],
      }),
      promises: { personReached: 10 },
    };
    expect(about(code, subject).claim).toMatchObject({
      verdict: "proven",
      sentence: { message: expect.stringContaining("after 6 s") },
    });
  });

  it("stays open where nobody is ever transferred", () => {
    const alone = {
      ...flow({ steps: { in: "incoming-call", bye: "hang-up" }, edges: ["in > bye"] }),
      promises: { personReached: 60 },
    };
    expect(about(code, alone).claim).toMatchObject({ verdict: "cannot-tell" });
  });
});

describe("an outcome is reached as soon as promised", () => {
  const code = "promise-outcome-reached";
  const promised = (step: string, seconds: number) => office({ outcomes: [{ step, seconds }] });

  it("is proven, with the seconds of the quickest call that ends there", () => {
    expect(about(code, promised("desk", 8)).claim).toMatchObject({
      verdict: "proven",
      title: { message: '"The desk step" is reached as soon as promised' },
      sentence: { message: 'Who wants "The desk step" can be through with it after 8 s; 8 s are promised.' },
    });
  });

  it("is refuted by that call, and mended by a promise that can be kept", () => {
    const { claim, told } = about(code, promised("desk", 7));
    expect(claim).toMatchObject({ verdict: "refuted", call: { caller: [{ keys: "1" }, { keys: "1" }] } });
    expect(told).toMatchObject([{ severity: "error", step: "desk", fix: { title: "Promise 8 s" } }]);
    expect(playOnMachine(promised("desk", 7), claim?.call).durationMs).toBe(8000);
    const mended = applyEdits(promised("desk", 7), told[0]?.fix?.edits ?? []);
    expect(mended.promises).toEqual({ outcomes: [{ step: "desk", seconds: 8 }] });
    expect(about(code, mended).claim).toMatchObject({ verdict: "proven" });
  });

  it("counts for each outcome by itself", () => {
    const both = office({
      outcomes: [
        { step: "bye", seconds: 60 },
        { step: "desk", seconds: 2 },
      ],
    });
    const verdicts = review(both).claims.flatMap((one) => (one.code === code ? [one.verdict] : []));
    expect(verdicts).toEqual(["proven", "refuted"]);
  });

  it("stays open where no call ends", () => {
    expect(about(code, promised("main", 60)).claim).toMatchObject({
      verdict: "cannot-tell",
      sentence: { message: 'No call ends at "The main step".' },
    });
    expect(about(code, promised("gone", 60)).claim).toMatchObject({ verdict: "cannot-tell" });
  });
});

describe("what cannot be kept", () => {
  it("is mended by a promise that can be", () => {
    const flowOf = office({ silentCallerGone: 26, personReached: 7 });
    const fixes = review(flowOf).diagnostics.flatMap(({ fix }) => fix?.edits ?? []);
    const mended = applyEdits(flowOf, fixes);
    expect(mended.promises).toEqual({ silentCallerGone: 27, personReached: 8 });
    expect(review(mended).diagnostics).toEqual([]);
  });

  it("goes with the step it was about", () => {
    const subject = office({ personReached: 9, outcomes: [{ step: "desk", seconds: 8 }] });
    expect(applyEdits(subject, [{ edit: "remove-step", step: "desk" }]).promises).toEqual({ personReached: 9 });
    const only = office({ outcomes: [{ step: "desk", seconds: 8 }] });
    expect(applyEdits(only, [{ edit: "remove-step", step: "desk" }])).not.toHaveProperty("promises");
  });
});
