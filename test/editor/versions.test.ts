import { describerOf, type Flow } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { createProjection } from "../../editor/src/canvas/projection.ts";
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
import { drawTogether, markedLines } from "../../editor/src/versions/drawn-together.ts";
import { largeFlow } from "../support/large-flow.ts";
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

  it("draw each of these lines by itself, marked", () => {
    const after = connect({ step: "menu", port: "1" }, "hang-up").apply(before);
    const lines = markedLines(drawTogether(before, after), createProjection());
    const ofMenu = lines.filter(({ source, sourceHandle }) => source === "menu" && sourceHandle === "1");
    expect(ofMenu.map(({ target, className }) => [target, className?.trim()])).toEqual([
      ["hang-up", "added"],
      ["say", "removed"],
    ]);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect(lines).toHaveLength(before.edges.length + 1);
  });

  it("cost twice the work where there are twice as many lines that lead elsewhere", () => {
    const work = (steps: number) => {
      const flow = largeFlow(steps);
      const [was, is] = [countingReads(flow), countingReads({ ...flow, edges: flow.edges.map(turned) })];
      const drawn = drawTogether(was.flow, is.flow);
      const before = was.reads() + is.reads();
      const lines = markedLines(drawn, createProjection());
      const sentences = drawn.changes.flatMap(describerOf(was.flow, is.flow));
      expect(lines.length).toBeGreaterThan(steps);
      expect(sentences.length).toBeGreaterThan(steps / 2);
      return was.reads() + is.reads() - before;
    };
    expect(work(800) / work(400)).toBeLessThan(2.2);
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

/** The flow, and how often something was read of one of its steps. */
function countingReads(flow: Flow): { readonly flow: Flow; reads(): number } {
  let reads = 0;
  const counted = flow.steps.map(
    (step) =>
      new Proxy(step, {
        get(target, key) {
          reads += 1;
          return Reflect.get(target, key);
        },
      }),
  );
  return { flow: { ...flow, steps: counted }, reads: () => reads };
}

/** The line leads back to the step it leaves, or on if it did so. */
const turned = (edge: Flow["edges"][number]) => ({ ...edge, to: edge.to === edge.from ? "bye-00001" : edge.from });

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
