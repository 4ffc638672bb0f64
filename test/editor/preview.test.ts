import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Flow, readFlowFile } from "../../compiler/src/index.ts";
import { addStep, connect } from "../../editor/src/model/changes/index.ts";
import { valueAt } from "../../editor/src/model/value-at.ts";
import { linesOfStep, sourceAt } from "../../editor/src/preview/source-map.ts";
import { measureBoth } from "../../editor/src/worker/measure-both.ts";
import { renderDocuments } from "../../editor/src/worker/render-documents.ts";
import { drawn, menuFlow } from "./drawn.ts";

function example(id: string): Flow {
  const read = readFlowFile(readFileSync(new URL(`../../flows/${id}.json`, import.meta.url), "utf8"));
  if (!("flow" in read)) throw new Error(`flows/${id}.json cannot be read`);
  return read.flow;
}

describe("the documents of a flow", () => {
  it("begin with the one that calls begin with", () => {
    const [first] = renderDocuments(menuFlow(), "https://pbx.example").documents ?? [];
    expect(first?.entry).toBe("incoming-call");
  });

  it("are plain files where the server decides nothing, and name the steps where it does", () => {
    const documents = renderDocuments(example("pin-check"), "https://pbx.example").documents ?? [];
    expect(documents.find((one) => one.entry === "incoming-call")?.serverSteps).toEqual([]);
    expect(documents.some((one) => one.serverSteps.includes("ask-pin"))).toBe(true);
  });

  it("link to each other under the address of their folder", () => {
    const documents = renderDocuments(example("pin-check"), "https://pbx.example/ivr").documents ?? [];
    const names = documents.map((one) => `https://pbx.example/ivr/${one.name}.ozml`);
    const links = documents.flatMap((one) => one.xml.match(/https:\/\/pbx\.example\/ivr\/[\w.-]+/g) ?? []);
    expect(links.length).toBeGreaterThan(0);
    expect(names).toEqual(expect.arrayContaining(links));
  });

  it("are none while the flow has errors", () => {
    expect(renderDocuments(drawn(), "https://pbx.example").documents).toBeUndefined();
  });
});

describe("the lines of a step", () => {
  it("are those on which its elements begin", () => {
    const xml = ["<Response>", "  <Speak>a</Speak>", "  <Play>b</Play>", "</Response>"].join("\n");
    const document = { xml, tags: [{ step: "" }, { step: "say" }, { step: "play" }] };
    expect(linesOfStep(document, "play")).toEqual([3]);
    expect(linesOfStep(document, "somebody-else")).toEqual([]);
  });
});

describe("a place in a document", () => {
  const flow = drawn(
    addStep("incoming-call", { x: 0, y: 0 }),
    addStep("collect-digits", { x: 400, y: 0 }, { step: "incoming-call", port: "next" }),
    addStep("hang-up", { x: 800, y: 0 }, { step: "collect-digits", port: "entered" }),
    ...["no-input", "invalid", "exhausted"].map((port) => connect({ step: "collect-digits", port }, "hang-up")),
  );
  const [document] = renderDocuments(flow, "https://pbx.example").documents ?? [];
  const sourceOf = (words: string) => document && sourceAt(document, document.xml.indexOf(words) + 1);

  it("leads to the step and the field it came from", () => {
    const asked = flow.steps.find((step) => step.id === "collect-digits");
    const prompt = valueAt(asked?.data, ["prompt", "say"]);
    expect(sourceOf(String(prompt))).toEqual({ step: "collect-digits", path: ["prompt", "say"] });
    expect(sourceOf('Timeout="')).toEqual({ step: "collect-digits", path: ["timeoutSeconds"] });
  });

  it("leads to the step alone where no field made it", () => {
    expect(sourceOf("<UserInput")).toEqual({ step: "collect-digits", path: [] });
    expect(sourceOf("</UserInput")).toEqual({ step: "collect-digits", path: [] });
  });

  it("leads nowhere in what belongs to the document", () => {
    expect(sourceOf("<Response")).toBeUndefined();
    expect(document && sourceAt(document, document.xml.length)).toBeUndefined();
  });
});

describe("what a flow costs", () => {
  it("is told for both ways to compile it, lean never asking more often", () => {
    const cost = measureBoth(example("pin-check"));
    expect(cost?.lean.callbacks.mean).toBeLessThanOrEqual(cost?.branches.callbacks.mean ?? 0);
  });

  it("is nothing while the flow has errors", () => {
    expect(measureBoth(drawn())).toBeUndefined();
  });
});
