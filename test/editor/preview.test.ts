import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Flow, readFlowFile } from "../../compiler/src/index.ts";
import { linesOfStep } from "../../editor/src/preview/lines-of-step.ts";
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
    const document = { xml, steps: ["", "say", "play"] };
    expect(linesOfStep(document, "play")).toEqual([3]);
    expect(linesOfStep(document, "somebody-else")).toEqual([]);
  });
});
