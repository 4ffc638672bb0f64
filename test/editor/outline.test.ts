import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addStep, connect, removeSteps } from "../../editor/src/model/changes/index.ts";
import { type OutlineRow, outlineOf, stepsInOrder } from "../../editor/src/model/outline.ts";
import { findByLetters, moveByKey, visibleRows } from "../../editor/src/model/outline-tree.ts";
import { randomFlow } from "../support/random-flow.ts";
import { drawn, menuFlow } from "./drawn.ts";

const nowhere = { x: 0, y: 0 };

/** Each row as it would be read, indented by its level. */
function lines(rows: readonly OutlineRow[]): readonly string[] {
  return rows.map((row) => {
    const indent = ". ".repeat(row.level - 1);
    return row.kind === "step"
      ? `${indent}${row.id}`
      : `${indent}${row.port.id} ${row.place} ${row.to?.id ?? ""}`.trimEnd();
  });
}

/** Two steps behind an entry, one after the other. */
const straight = drawn(
  addStep("incoming-call", nowhere),
  addStep("say", nowhere, { step: "incoming-call", port: "next" }),
  addStep("hang-up", nowhere, { step: "say", port: "next" }),
);

describe("the outline of a flow", () => {
  it("is a straight list where the flow is straight", () => {
    expect(lines(outlineOf(straight))).toEqual([
      "incoming-call",
      ". next after say",
      "say",
      ". next after hang-up",
      "hang-up",
    ]);
  });

  it("puts what a choice leads to under it, and names what stands elsewhere", () => {
    const flow = connect({ step: "say", port: "next" }, "menu").apply(menuFlow());
    expect(lines(outlineOf(flow))).toEqual([
      "incoming-call",
      ". next after menu",
      "menu",
      ". 1 under say",
      ". . say",
      ". . . next elsewhere menu",
      ". 2 under hang-up",
      ". . hang-up",
      ". no-input nowhere",
      ". invalid nowhere",
      ". exhausted nowhere",
    ]);
  });

  it("keeps what follows by the way on from standing under a failure", () => {
    const flow = drawn(
      addStep("collect-digits", nowhere),
      addStep("say", nowhere, { step: "collect-digits", port: "no-input" }),
      connect({ step: "collect-digits", port: "entered" }, "say"),
    );
    expect(lines(outlineOf(flow)).slice(-3)).toEqual([". exhausted nowhere", "say", ". next nowhere"]);
  });

  it("begins with what calls begin with, then with what nothing leads to", () => {
    const flow = drawn(
      addStep("say", { x: 0, y: -500 }),
      addStep("incoming-call", nowhere),
      addStep("beep", { x: 0, y: -900 }),
    );
    expect(stepsInOrder(flow).map(({ id }) => id)).toEqual(["incoming-call", "beep", "say"]);
  });

  it("holds every step once and every way out once, whatever leads where", () => {
    fc.assert(
      fc.property(randomFlow(), (flow) => {
        const rows = outlineOf(flow);
        const ids = rows.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const steps = rows.flatMap((row) => (row.kind === "step" ? [row.id] : []));
        expect(steps.toSorted()).toEqual(flow.steps.map(({ id }) => id).toSorted());
        const led = rows.flatMap((row) => (row.kind === "way" && row.to !== undefined ? [row.to.id] : []));
        expect(led.length).toBe(flow.edges.length);
        // A row lies under one that is above it, one level up.
        for (const [at, row] of rows.entries()) {
          const parent = rows.slice(0, at).findLast(({ id }) => id === row.parent);
          expect(row.level).toBe(parent === undefined ? 1 : parent.level + 1);
          expect(row.parent === undefined).toBe(parent === undefined);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("can hold a chain of a thousand choices", () => {
    const chain = Array.from({ length: 1000 }, (_, at) =>
      at === 0
        ? addStep("menu", nowhere)
        : addStep("menu", nowhere, { step: at === 1 ? "menu" : `menu-${at}`, port: "1" }),
    );
    expect(stepsInOrder(drawn(...chain))).toHaveLength(1000);
  });
});

describe("the tree of the outline", () => {
  const rows = visibleRows(outlineOf(straight), new Set(), undefined);

  it("folds steps that only go on, and tells how many brothers a row has", () => {
    expect(rows.map(({ row, open, place, of }) => [row.id, open, place, of])).toEqual([
      ["incoming-call", false, 1, 3],
      ["say", false, 2, 3],
      ["hang-up", undefined, 3, 3],
    ]);
  });

  it("opens what was toggled, and never hides what is active", () => {
    const ids = (toggled: readonly string[], active?: string) =>
      visibleRows(outlineOf(straight), new Set(toggled), active).map(({ row }) => row.id);
    expect(ids(["say"])).toEqual(["incoming-call", "say", "say/next", "hang-up"]);
    expect(ids([], "incoming-call/next")).toEqual(["incoming-call", "incoming-call/next", "say", "hang-up"]);
  });

  it("is walked by the keys of a tree", () => {
    const tree = visibleRows(outlineOf(menuFlow()), new Set(), undefined);
    const pressed = (active: string | undefined, ...keys: readonly string[]) =>
      keys.reduce((now, key) => {
        const move = moveByKey(tree, now, key);
        return move !== undefined && "to" in move ? move.to : now;
      }, active);
    expect(pressed(undefined, "ArrowDown")).toBe("incoming-call");
    expect(pressed("menu", "ArrowRight")).toBe("menu/1");
    expect(pressed("menu", "ArrowRight", "ArrowRight")).toBe("say");
    expect(pressed("hang-up", "ArrowLeft")).toBe("menu/2");
    expect(pressed("menu/no-input", "ArrowLeft")).toBe("menu");
    expect(pressed("menu", "End", "ArrowDown")).toBe("menu/exhausted");
    expect(pressed("menu/exhausted", "Home", "ArrowUp")).toBe("incoming-call");
    expect(moveByKey(tree, "menu", "ArrowLeft")).toEqual({ toggle: "menu" });
    expect(moveByKey(tree, "incoming-call", "ArrowRight")).toEqual({ toggle: "incoming-call" });
    expect(moveByKey(tree, "menu", "x")).toBeUndefined();
  });

  it("goes to what begins with the letters, and round", () => {
    const find = (active: string | undefined, letters: string) => findByLetters(rows, active, letters);
    expect(find("incoming-call", "s")).toBe("say");
    expect(find("hang-up", "I")).toBe("incoming-call");
    expect(find("say", "sa")).toBe("say");
    expect(find("say", "q")).toBeUndefined();
  });
});

it("forgets an outline with its flow", () => {
  const less = removeSteps(["say"]).apply(straight);
  expect(stepsInOrder(less).map(({ id }) => id)).toEqual(["incoming-call", "hang-up"]);
});
