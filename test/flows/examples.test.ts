import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { coverageOf, flowTestsSchema, openTestedFlow, playTest, readFlowFile, tryAlways } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { analyse } from "../../compiler/src/phases/2-analyse/analyse.ts";
import { prove } from "../../compiler/src/proofs/prove.ts";

const folder = new URL("../../flows/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const names = readdirSync(fileURLToPath(folder)).flatMap((file) => /^([a-z-]+)\.json$/.exec(file)?.[1] ?? []);

/** A card on the canvas, and some room around it, in pixels. */
const card = { width: 260, height: 120 };

describe.each(names)("flows/%s", (name) => {
  const file = readFlowFile(read(`${name}.json`));
  const tested = "flow" in file ? openTestedFlow(file.flow) : file;
  if ("diagnostics" in tested) throw new Error(`${name}: ${JSON.stringify(tested.diagnostics)}`);
  const { tests, always } = flowTestsSchema.parse(JSON.parse(read(`${name}.test.json`)));

  it("passes its tests, which come by every line and every step", () => {
    const runs = tests.map((one) => playTest(tested, one));
    expect(runs.flatMap(({ failures }) => failures)).toEqual([]);
    const { steps, edges } = coverageOf(tested.linked, runs);
    expect({ steps: steps.missing, lines: edges.missing }).toEqual({ steps: [], lines: [] });
  });

  it("keeps to what it says is always so, whoever calls", () => {
    if (always !== undefined) expect(tryAlways(tested, always, 60, 20261127).broken).toBeUndefined();
  });

  it("is proven: every claim there is of it holds", () => {
    const claims = prove(analyse(tested.linked));
    expect(claims.filter(({ verdict }) => verdict !== "proven")).toEqual([]);
  });

  it("is small and tidy, and said in a line of the README", () => {
    const { steps, layout } = tested.linked.flow;
    expect(steps.length).toBeLessThanOrEqual(15);
    const covering = steps.flatMap(({ id: one }) =>
      steps.filter(({ id: other }) => {
        const [here, there] = [layout[one], layout[other]];
        if (one >= other || here === undefined || there === undefined) return false;
        return Math.abs(here.x - there.x) < card.width && Math.abs(here.y - there.y) < card.height;
      }),
    );
    expect(covering).toEqual([]);
    expect(Object.keys(layout).sort()).toEqual(steps.map(({ id }) => id).sort());
    expect(read("README.md")).toMatch(new RegExp(`^\\* \`${name}\`: .{20,}$`, "m"));
  });
});
