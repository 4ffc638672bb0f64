import { linkFlow } from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "../../compiler/src/phases/2-analyse/analyse.ts";
import { countersIn } from "../../compiler/src/proofs/counters.ts";
import { statesOf } from "../../compiler/src/proofs/states.ts";
import { flow } from "../support/flow-builder.ts";

/** Counts by `step`, and asks after `limit`. */
function counting(limit: number, step: string, asks = "tries >= LIMIT") {
  const when = asks.replace("LIMIT", limit.toFixed(1));
  return analyse(
    linkFlow(
      flow({
        steps: {
          in: "incoming-call",
          ask: "menu",
          count: ["set-variable", { assignments: [{ variable: "tries", value: step }] }],
          enough: ["condition", { cases: [{ name: "yes", when }] }],
          bye: "hang-up",
        },
        variables: { tries: "number" },
        edges: ["in > ask.1 > count > enough.otherwise > ask", "enough.yes > bye"],
      }),
    ).linked,
  );
}

const perLabel = (analysis: ReturnType<typeof counting>) => {
  const counts = new Map<string, number>();
  for (const { label } of statesOf(analysis).states) counts.set(label, (counts.get(label) ?? 0) + 1);
  return Math.max(...counts.values());
};

describe("numbers that are only counted and compared", () => {
  it("have as many states as values that differ", () => {
    expect(perLabel(counting(3, "tries + 1"))).toBe(3);
    expect(perLabel(counting(30, "tries + 1"))).toBe(30);
  });

  it("are told apart in full where more than that matters", () => {
    expect(perLabel(counting(9000, "tries + 1", "tries * 2.0 > LIMIT"))).toBeGreaterThan(50);
  });

  it("decide the same, and go on to when they are counted", () => {
    const { graph, linked, expressions } = counting(12, "tries + 2.5", "tries > 4 && tries != 9 || tries > LIMIT");
    const counted = countersIn(graph, linked.flow.variables);
    const when = [...graph.values()].flatMap((one) => (one.op === "choose" ? one.cases.map((each) => each.when) : []));
    const decide = (tries: number) =>
      when.map((one) =>
        expressions.read(one, {
          values: { tries },
          call: { caller: "", dialed: "", began: "2026-01-05T09:00:00.000Z", seed: "1" },
        }),
      );
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -50, max: 50 }), fc.nat(8), (start, rounds) => {
        let [exact, known] = [start, start];
        for (let round = 0; round <= rounds; round += 1) {
          known = Number(counted({ tries: known })["tries"]);
          expect(decide(known)).toEqual(decide(exact));
          [exact, known] = [exact + 2.5, known + 2.5];
        }
      }),
    );
  });
});
