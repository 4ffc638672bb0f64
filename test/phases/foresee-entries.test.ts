import {
  compile,
  conversationOf,
  createAnswerer,
  linkFlow,
  parseCallerScript,
  simulateFlow,
  simulateProgram,
} from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { type FlowSketch, flow } from "../support/flow-builder.ts";

const withoutPause = true;
const one = {
  withoutPause,
  minDigits: 1,
  maxDigits: 1,
  attempts: 2,
  saveTo: "stars",
  invalidPrompt: { say: "From 1 to 5." },
};
const fromOneToFive = { ...one, accept: "double(stars) >= 1 && double(stars) <= 5" };

/** Asks for a number of stars, and says it. */
function stars(question: Readonly<Record<string, unknown>>, further: Partial<FlowSketch> = {}): FlowSketch {
  return {
    variables: { stars: "text", secret: "text" },
    steps: {
      in: "incoming-call",
      ask: ["collect-digits", question],
      said: ["say", { say: "You gave {stars}." }],
      bye: ["say", { say: "Goodbye." }],
      end: "hang-up",
      ...further.steps,
    },
    edges: further.edges ?? ["in > ask.entered > said > end", "ask.exhausted > bye > end"],
  };
}

/** What a caller hears and how many callbacks that takes; the same as the flow means. */
function play(sketch: FlowSketch, caller: string, trace: "lean" | "branches" = "lean") {
  const drawn = flow(sketch);
  const { program, diagnostics } = compile(drawn, { trace });
  const script = parseCallerScript(caller);
  if (program === undefined || "fault" in script) throw new Error(JSON.stringify(diagnostics));
  const call = { entry: "incoming-call", caller: script.script } as const;
  const { transcript, callbacks } = simulateProgram(createAnswerer(program), call);
  expect(conversationOf(transcript)).toEqual(conversationOf(simulateFlow(linkFlow(drawn).linked, call)));
  const heard = transcript.events.flatMap((event) => (event.event === "heard" ? [event.text] : []));
  return { last: heard.at(-1), callbacks: callbacks.length, first: callbacks[0]?.answer.xml };
}

describe("an entry of one key", () => {
  it.each(["1", "3", "5"])("that is judged by itself costs no callback: %s", (key) => {
    expect(play(stars(fromOneToFive), key)).toMatchObject({ last: `You gave ${key}.`, callbacks: 1 });
  });

  it.each(["6", "0", "*", "#"])(
    "that is wrong costs none either, only the next one where there is no more room: %s",
    (key) => {
      expect(play(stars(fromOneToFive), `${key},hangup`)).toMatchObject({ callbacks: 1 });
      expect(play(stars(fromOneToFive), `${key},4`)).toMatchObject({ last: "You gave 4.", callbacks: 2 });
      expect(play(stars(fromOneToFive), `${key},${key}`)).toMatchObject({ last: "Goodbye.", callbacks: 2 });
    },
  );

  it("whose judgement cannot be worked out is wrong", () => {
    const anyKey = { ...one, anyKeys: true, accept: "double(stars) >= 0.0" };
    expect(play(stars(anyKey), "*,hangup")).toMatchObject({ callbacks: 1 });
    expect(play(stars(anyKey), "7")).toMatchObject({ last: "You gave 7.", callbacks: 1 });
  });

  it("goes by other conditions behind it, with what was kept", () => {
    const sketch = stars(fromOneToFive, {
      steps: { many: ["condition", { cases: [{ name: "many", when: "double(stars) > 3" }] }] },
      edges: ["in > ask.entered > many.many > said > end", "many.otherwise > bye > end", "ask.exhausted > end"],
    });
    expect(play(sketch, "4")).toMatchObject({ last: "You gave 4.", callbacks: 1 });
    expect(play(sketch, "3")).toMatchObject({ last: "Goodbye.", callbacks: 1 });
  });
});

describe("an entry that is asked about", () => {
  it("is each one that the server shall know of at once, for callers may hang up behind it", () => {
    expect(play(stars({ ...fromOneToFive, withoutPause: false }), "3").callbacks).toBe(2);
  });

  it("is one that another variable judges as well", () => {
    const sketch = stars({ ...one, accept: "stars == secret" });
    expect(play(sketch, "4,4")).toMatchObject({ last: "Goodbye.", callbacks: 3 });
  });

  it("is one of several keys", () => {
    expect(play(stars({ ...one, maxDigits: 2 }), "42").callbacks).toBe(2);
  });

  it("is each one where every choice is to be seen when it is made", () => {
    expect(play(stars(fromOneToFive), "3", "branches").callbacks).toBe(2);
  });

  it("is one that leads to a request anyway, so that documents do not grow for nothing", () => {
    const sketch = stars(fromOneToFive, {
      steps: { send: ["http-request", { url: "https://stars.example/{stars}" }] },
      edges: ["send.failure > bye", "in > ask.entered > send.success > said > end", "ask.exhausted > bye > end"],
    });
    const { callbacks, first } = play(sketch, "3");
    expect(first).not.toContain('key="3"');
    expect(first).toContain('key="6"');
    expect(callbacks).toBe(2);
  });
});
