import { compile, createAnswerer, type Finding, review } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { neverEnds } from "../../compiler/src/proofs/trial-call.ts";
import { playOnMachine } from "../support/claim-cases.ts";
import { type FlowSketch, flow } from "../support/flow-builder.ts";

const menu = (...keys: string[]) =>
  [
    "menu",
    { prompt: { say: "Choose." }, options: keys.map((key) => ({ key, label: `Key ${key}` })), attempts: 1 },
  ] as const;

const end = "hang-up";

/** All but what rules say of ports. */
function refuted(sketch: FlowSketch): readonly Finding[] {
  return review(flow(sketch)).diagnostics.filter(({ code }) => !["port-not-connected", "retry-missing"].includes(code));
}

describe("what is refuted is a fault of the flow", () => {
  it("of a sound flow there is none", () => {
    expect(
      refuted({
        steps: { in: "incoming-call", ask: menu("1"), bye: end },
        edges: ["in > ask.1 > bye", "ask.exhausted > bye"],
      }),
    ).toEqual([]);
  });

  it("is told once, though four claims are refuted by it, and it can be played", () => {
    const sketch = { steps: { in: "incoming-call", hello: "say" }, edges: ["in > hello > hello"] } as const;
    expect(review(flow(sketch)).claims.filter(({ verdict }) => verdict === "refuted")).toHaveLength(4);
    const [found, ...others] = refuted(sketch);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: "no-loop-without-input", severity: "warning", step: "hello" });
    expect(neverEnds(playOnMachine(flow(sketch), found?.call))).toBe(true);
  });

  it("refuses a flow that asks and lets nobody out, and says how one gets there", () => {
    const sketch = {
      steps: { in: "incoming-call", first: menu("1", "9"), one: menu("1"), two: menu("1") },
      edges: ["in > first.1 > one.1 > two.1 > one", "one.exhausted > two.exhausted > one"],
    };
    expect(refuted(sketch)).toEqual([expect.objectContaining({ code: "no-trap", severity: "error", step: "one" })]);
    expect(refuted(sketch)[0]?.message).toContain("It happens when the caller presses 1, then nothing more.");
  });

  it("lets a question that waits for ever pass with a warning", () => {
    const sketch = {
      steps: { in: "incoming-call", ask: menu("1"), bye: end },
      edges: ["in > ask.no-input > ask", "ask.1 > bye"],
    };
    expect(refuted(sketch)).toEqual([
      expect.objectContaining({ code: "silent-caller-ends", severity: "warning", step: "ask" }),
    ]);
    expect(refuted(sketch)[0]?.message).toContain("A caller who presses nothing is never let go");
  });

  it("says what may happen and not what will, where others than the caller decide", () => {
    const [found] = refuted({
      steps: { in: "incoming-call", ask: menu("1"), desk: ["transfer", { target: "2000" }] },
      edges: ["in > ask.1 > desk.failed > ask", "ask.exhausted > desk"],
    });
    expect(found?.message).toContain("A caller who presses nothing may never be let go");
    expect(found?.message).toContain("and 2000 does not answer.");
  });

  it("names each of two places", () => {
    const found = refuted({
      steps: { in: "incoming-call", ask: menu("1", "2"), a: "say", b: "say", bye: end },
      edges: ["in > ask.1 > a > a", "ask.2 > b > b", "ask.exhausted > bye"],
    });
    expect(found.map(({ code, step }) => [code, step])).toEqual([
      ["no-loop-without-input", "a"],
      ["no-loop-without-input", "b"],
    ]);
  });

  it("is left to the rule that makes an error of it", () => {
    const found = refuted({
      steps: { in: "incoming-call", who: ["condition", { cases: [{ name: "yes", when: "true" }] }] },
      edges: ["in > who.yes > who"],
    });
    expect(found.map(({ code }) => code)).toEqual(["loop-without-input"]);
  });

  it("stops no compiling: who only wants the documents gets them", () => {
    const trap = flow({
      steps: { in: "incoming-call", one: menu("1"), two: menu("1") },
      edges: ["in > one.1 > two.1 > one", "one.exhausted > two.exhausted > one"],
    });
    expect(review(trap).diagnostics.map(({ severity }) => severity)).toContain("error");
    const { program } = compile(trap);
    expect(program && createAnswerer(program)).toBeDefined();
  });
});
