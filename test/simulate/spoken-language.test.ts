import { compile, createAnswerer, linkFlow, simulateFlow, simulateProgram, speechMs } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { analyse } from "../../compiler/src/phases/2-analyse/analyse.ts";
import { prove } from "../../compiler/src/proofs/prove.ts";
import { flow } from "../support/flow-builder.ts";

const text = "word ".repeat(40).trim();

/** Says forty words and hangs up. */
const drawn = (language: string) =>
  flow({
    languages: [language],
    steps: { in: "incoming-call", hello: ["say", { say: text }], bye: "hang-up" },
    edges: ["in > hello > bye"],
  });

describe.each(["en-US", "fi-FI"])("a flow that speaks %s and nothing else", (language) => {
  const spoken = speechMs(text, language);
  const { program } = compile(drawn(language));
  if (program === undefined) throw new Error("the flow does not compile");
  const call = { entry: "incoming-call", caller: [] } as const;

  it("does not tell the PBX, which speaks it anyway", () => {
    const { callbacks } = simulateProgram(createAnswerer(program), call);
    expect(callbacks[0]?.answer.xml).not.toContain("Language");
  });

  it("takes as long as that language does, in documents and by its meaning", () => {
    expect(simulateProgram(createAnswerer(program), call).transcript.durationMs).toBe(spoken);
    expect(simulateFlow(linkFlow(drawn(language)).linked, call).durationMs).toBe(spoken);
  });

  it("is proven to take that long", () => {
    const claims = prove(analyse(linkFlow(drawn(language)).linked), {});
    const silent = claims.find(({ code }) => code === "silent-caller-ends");
    expect(silent?.bound?.seconds).toBe(Math.ceil(spoken / 1000));
  });
});

it("Finnish takes longer than English", () => {
  expect(speechMs(text, "fi-FI")).toBeGreaterThan(speechMs(text, "en-US"));
});
