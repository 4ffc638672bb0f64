import {
  compile,
  createAnswerer,
  findStepDefinition,
  linkFlow,
  noCallFacts,
  type OzmlElement,
  parseText,
  readOzml,
  tidySpokenText,
} from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomFlow } from "../support/random-flow.ts";

const effects = { address: () => "http://h/", newSessionId: () => "n" };

describe("the source map", () => {
  it("has one entry for each start tag, and each field it names holds what stands there", () => {
    let fieldsSeen = 0;
    fc.assert(
      fc.property(randomFlow(), (flow) => {
        const { program } = compile(flow);
        if (program === undefined) return;
        // With those of called flows, written out where they are called.
        const { steps } = linkFlow(flow).linked;
        const answerer = createAnswerer(program);
        const session = answerer.begin("1", noCallFacts);
        for (const document of Object.keys(program.handlers)) {
          const { xml, tags } = answerer.answer({ document, parameters: {} }, session, effects);
          const elements = inOrder(readOzml(xml).root);
          expect(tags.length).toBe(elements.length);
          for (const [index, element] of elements.entries()) {
            const tag = tags[index];
            const step = steps.get(tag?.step ?? "")?.step;
            for (const [attribute, path] of Object.entries(tag?.fields ?? {})) {
              const written =
                attribute === "" ? element.text : element.attributes.find((one) => one.name === attribute)?.value;
              const data = path.reduce<unknown>(
                (at, key) => (at as Record<string, unknown> | undefined)?.[key],
                step?.data,
              );
              if (written === undefined) continue;
              // Placeholders hold what is known only in the call.
              const literal = parseText(tidySpokenText(String(data))).parts.filter((part) => typeof part === "string");
              for (const part of literal) expect(written).toContain(part);
              expect(data, `${step?.type} ${path.join(".")}`).toBeDefined();
              fieldsSeen += 1;
            }
            if (step !== undefined) expect(findStepDefinition(step.type)).toBeDefined();
          }
        }
      }),
      { numRuns: 200, seed: 5 },
    );
    expect(fieldsSeen).toBeGreaterThan(2000);
  });
});

/** Elements in the order of their start tags. */
function inOrder(root: OzmlElement | undefined): readonly OzmlElement[] {
  return root === undefined ? [] : [root, ...root.children.flatMap(inOrder)].sort((a, b) => a.index - b.index);
}
