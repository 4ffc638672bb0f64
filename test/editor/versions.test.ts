import { describe, expect, it } from "vitest";
import {
  addNote,
  connect,
  moveSteps,
  removeNotes,
  removeSteps,
  setLabel,
  takeOver,
} from "../../editor/src/model/changes/index.ts";
import { createDocumentStore } from "../../editor/src/model/document-store.ts";
import { drawTogether } from "../../editor/src/versions/drawn-together.ts";
import { menuFlow } from "./drawn.ts";

describe("two versions on one drawing", () => {
  const before = menuFlow();

  it("are marked where they differ, and nowhere else", () => {
    const after = setLabel("menu", "Main menu").apply(removeSteps(["say"]).apply(before));
    const { steps, edges, flow } = drawTogether(before, after);
    expect(Object.fromEntries(steps)).toEqual({ menu: "changed", say: "removed" });
    expect(flow.steps.map(({ id }) => id).sort()).toEqual(before.steps.map(({ id }) => id).sort());
    expect(flow.layout["say"]).toEqual(before.layout["say"]);
    expect(edges.map(({ edge, mark }) => [edge.from, edge.port, edge.to, mark])).toEqual(
      expect.arrayContaining([
        ["incoming-call", "next", "menu", undefined],
        ["menu", "1", "say", "removed"],
        ["menu", "2", "hang-up", undefined],
      ]),
    );
  });

  it("show a line that leads elsewhere both ways", () => {
    const after = connect({ step: "menu", port: "1" }, "hang-up").apply(before);
    const moved = drawTogether(before, after).edges.filter(({ mark }) => mark !== undefined);
    expect(moved.map(({ edge, mark }) => [edge.to, mark])).toEqual([
      ["hang-up", "added"],
      ["say", "removed"],
    ]);
  });

  it("are the same when cards were only moved", () => {
    const after = moveSteps({ menu: { x: 5000, y: 5000 } }).apply(before);
    const { changes, steps, flow } = drawTogether(before, after);
    expect([changes, [...steps]]).toEqual([[], []]);
    expect(flow.layout["menu"]).toEqual({ x: 5000, y: 5000 });
  });

  it("show notes that are gone where they were", () => {
    const noted = addNote({ x: 9, y: 9 }).apply(before);
    const { notes, flow } = drawTogether(noted, removeNotes(new Set(["note"])).apply(noted));
    expect(Object.fromEntries(notes)).toEqual({ note: "removed" });
    expect(flow.notes).toEqual(noted.notes);
  });

  it("are one alone when there is nothing to compare with", () => {
    const { changes, flow, steps, edges } = drawTogether(undefined, before);
    expect([changes, steps.size, flow.steps]).toEqual([[], 0, before.steps]);
    expect(edges.every(({ mark }) => mark === undefined)).toBe(true);
  });
});

describe("restoring a version", () => {
  it("is one step that can be undone", () => {
    const store = createDocumentStore(menuFlow());
    store.commit(setLabel("menu", "Later"));
    const later = store.getState().flow;
    store.commit(takeOver(menuFlow(), "restore"));
    expect(store.getState().past.at(-1)?.name).toBe("restore");
    store.undo();
    expect(store.getState().flow).toBe(later);
  });
});
