import { describe, expect, it } from "vitest";
import { withArrows } from "../../editor/src/canvas/arrows.ts";
import { createProjection, sortReports } from "../../editor/src/canvas/projection.ts";
import { moveSteps, setLabel } from "../../editor/src/model/changes/index.ts";
import { menuFlow } from "./drawn.ts";

const nothing = { steps: new Set<string>(), edges: new Set<string>(), dragged: {}, sizes: {} };

describe("the drawing of a flow", () => {
  it("shows a step where it is dragged, and where it lies when it is not", () => {
    const { nodes } = createProjection();
    const positionOf = (dragged: Record<string, { x: number; y: number }>) =>
      nodes(menuFlow(), { ...nothing, dragged }).find((node) => node.id === "say")?.position;
    expect(positionOf({})).toEqual({ x: 800, y: 0 });
    expect(positionOf({ say: { x: 5, y: 6 } })).toEqual({ x: 5, y: 6 });
  });

  it("draws only the moved card anew", () => {
    const { nodes } = createProjection();
    const flow = menuFlow();
    const before = nodes(flow, nothing);
    const after = nodes(moveSteps({ say: { x: 1, y: 1 } }).apply(flow), nothing);
    expect(after.filter((node, index) => node !== before[index]).map((node) => node.id)).toEqual(["say"]);
  });

  it("is the same drawing while somebody types into a card that has been measured, and another where the card was only guessed", () => {
    const { nodes, edges } = createProjection();
    const flow = menuFlow();
    const seen = {
      ...nothing,
      sizes: Object.fromEntries(flow.steps.map(({ id }) => [id, { width: 264, height: 120 }])),
    };
    const [cards, lines] = [nodes(flow, seen), edges(flow, seen)];
    const typed = setLabel("menu", "Another").apply(flow);
    expect(nodes(typed, seen)).toBe(cards);
    expect(edges(typed, seen)).toBe(lines);
    const guessed = nodes(flow, nothing);
    const redrawn = nodes(typed, nothing);
    expect(redrawn.filter((node, index) => node !== guessed[index]).map(({ id }) => id)).toEqual(["menu"]);
  });

  it("draws lines anew when a step has other ways out", () => {
    const { edges } = createProjection();
    const flow = menuFlow();
    const before = edges(flow, nothing);
    const menu = flow.steps.find(({ id }) => id === "menu");
    const fewer = { ...(menu?.data as Record<string, unknown>), options: [] };
    const after = edges(
      { ...flow, steps: flow.steps.map((one) => (one === menu ? { ...one, data: fewer } : one)) },
      nothing,
    );
    expect(after.length).toBeLessThan(before.length);
  });

  it("has one arrow for all lines into a card, and rather not on the thin ones", () => {
    const flow = menuFlow();
    const all = [...flow.edges, { from: "menu", port: "exhausted", to: "hang-up" }];
    const lines = withArrows(createProjection().edges({ ...flow, edges: all }, nothing));
    const pointed = lines.filter(({ markerEnd }) => markerEnd !== undefined);
    expect(pointed.map(({ target }) => target).sort()).toEqual([...new Set(lines.map(({ target }) => target))].sort());
    for (const { target, data } of pointed) {
      const isOnlyFailures = lines.filter((one) => one.target === target).every((one) => one.data?.failure);
      expect(data?.failure).toBe(isOnlyFailures);
    }
  });

  it("marks the lines that callers take when something goes wrong", () => {
    const flow = menuFlow();
    const { edges } = createProjection();
    const withFailure = { ...flow, edges: [...flow.edges, { from: "menu", port: "exhausted", to: "hang-up" }] };
    const failures = edges(withFailure, nothing).filter((edge) => edge.data?.failure);
    expect(failures.map((edge) => edge.id)).toEqual(["menu/exhausted"]);
  });

  it("leaves out lines that lead nowhere instead of failing", () => {
    const flow = menuFlow();
    const broken = {
      ...flow,
      edges: [
        { from: "menu", port: "8", to: "say" },
        { from: "menu", port: "1", to: "gone" },
      ],
    };
    expect(createProjection().edges(broken, nothing)).toEqual([]);
  });
});

describe("what React Flow reports", () => {
  it("reaches the document only as the end of a move", () => {
    const reports = sortReports([
      { type: "dimensions", id: "say", dimensions: { width: 264, height: 120 } },
      { type: "select", id: "say", selected: true },
      { type: "position", id: "say", position: { x: 1, y: 2 }, dragging: true },
      { type: "position", id: "menu", position: { x: 3, y: 4 }, dragging: false },
      { type: "position", id: "hang-up", dragging: false },
      { type: "remove", id: "say" },
    ]);
    expect(reports.dropped).toEqual({ menu: { x: 3, y: 4 } });
    expect(reports.dragged).toEqual({ say: { x: 1, y: 2 } });
    expect(reports.sizes).toEqual({ say: { width: 264, height: 120 } });
    expect([...reports.selected]).toEqual([["say", true]]);
  });
});
