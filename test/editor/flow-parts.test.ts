import { describe, expect, it } from "vitest";
import { moveSteps, removeSteps, setLabel } from "../../editor/src/model/changes/index.ts";
import { partsOf, putTogether } from "../../editor/src/worker/flow-parts.ts";
import { menuFlow } from "./drawn.ts";

describe("a flow on its way to a thread that has an earlier one", () => {
  const changes = [
    setLabel("menu", "Another"),
    moveSteps({ say: { x: 16, y: 8 } }),
    removeSteps(["say"]),
    { apply: ({ notes, ...rest }: ReturnType<typeof menuFlow>) => ({ ...rest, notes: [...notes], frames: [] }) },
    {
      apply: ({ frames: _gone, ...rest }: ReturnType<typeof menuFlow>) => ({ ...rest, steps: rest.steps.toReversed() }),
    },
  ];

  it("is put together as it was, whatever was done to it", () => {
    let told: ReturnType<typeof menuFlow> | undefined;
    let there: ReturnType<typeof menuFlow> | undefined;
    let now = menuFlow();
    for (const change of [{ apply: (flow: typeof now) => flow }, ...changes]) {
      now = change.apply(now);
      there = putTogether(structuredClone(partsOf(now, told)), there);
      told = now;
      expect(there).toEqual(now);
    }
  });

  it("brings only what is another than before, and leaves the rest the same objects", () => {
    const before = menuFlow();
    const there = putTogether(structuredClone(partsOf(before, undefined)), undefined);
    const parts = partsOf(setLabel("menu", "Another").apply(before), before);
    expect(parts.other).toEqual({});
    expect(parts.steps.filter((step) => typeof step !== "number")).toHaveLength(1);
    const after = putTogether(structuredClone(parts), there);
    expect(after.steps.filter((step, place) => step !== there.steps[place]).map(({ id }) => id)).toEqual(["menu"]);
    expect(after.edges).toBe(there.edges);
  });
});
