import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareFlows, compile, type Flow, readFlow, writeFlow } from "../../compiler/src/index.ts";
import {
  carriedSteps,
  createFrameProjection,
  frameNodeId,
  rerouted,
} from "../../editor/src/canvas/frame-projection.ts";
import { createProjection } from "../../editor/src/canvas/projection.ts";
import { cardShape } from "../../editor/src/model/card-size.ts";
import { arrange } from "../../editor/src/model/changes/arrange.ts";
import {
  addFrame,
  addStep,
  copySteps,
  editFrame,
  framesOf,
  moveIntoFrame,
  moveSteps,
  paste,
  removeFrames,
  removeSteps,
} from "../../editor/src/model/changes/index.ts";
import { openBounds, settleInFrames } from "../../editor/src/model/frame-shape.ts";
import { menuFlow } from "./drawn.ts";

const seen = { steps: new Set<string>(), frames: new Set<string>(), dragged: {}, sizes: {}, lit: undefined };
const framed = (...steps: readonly string[]) => addFrame(steps, "Asking").apply(menuFlow());
const held = (flow: Flow) => Object.fromEntries(framesOf(flow).map(({ id, steps }) => [id, steps]));

describe("a frame", () => {
  it("holds steps; a step lies in one frame, and an empty frame is gone", () => {
    const two = addFrame(["menu", "hang-up"], "Other").apply(framed("menu", "say"));
    expect(held(two)).toEqual({ asking: ["say"], other: ["hang-up", "menu"] });
    expect(held(removeSteps(["say"]).apply(two))).toEqual({ other: ["hang-up", "menu"] });
    expect(held(addFrame(["nobody"], "None").apply(two))).toEqual(held(two));
  });

  it("does not come back to a new step that has the name of an old one", () => {
    const gone = removeSteps(["say"]).apply(framed("menu", "say"));
    const again = addStep("say", { x: 0, y: 0 }).apply(gone);
    expect(again.steps.map(({ id }) => id)).toContain("say");
    expect(held(again)).toEqual({ asking: ["menu"] });
  });

  it("changes nothing that callers hear, and no comparison speaks of it", () => {
    const plain = menuFlow();
    fc.assert(
      fc.property(fc.subarray(plain.steps.map(({ id }) => id)), fc.boolean(), (steps, collapsed) => {
        const flow = editFrame("asking", { collapsed }).apply(addFrame(steps, "Asking").apply(plain));
        expect(compile(flow)).toEqual(compile(plain));
        expect(compareFlows(plain, flow)).toEqual([]);
        const read = readFlow(JSON.parse(writeFlow(flow)));
        expect("flow" in read && writeFlow(read.flow)).toBe(writeFlow(flow));
      }),
    );
  });

  it("leaves a file without frames as it was", () => {
    const flow = removeFrames(new Set(["asking"])).apply(framed("menu"));
    expect(writeFlow(flow)).toBe(writeFlow(menuFlow()));
  });

  it("is copied with all it holds, under names of its own", () => {
    const flow = framed("menu", "say");
    const pasted = paste(copySteps(flow, ["menu", "say"]), { x: 0, y: 900 }).apply(flow);
    expect(held(pasted)).toEqual({ asking: ["menu", "say"], "asking-2": ["menu-2", "say-2"] });
    expect(held(paste(copySteps(flow, ["menu"]), { x: 0, y: 900 }).apply(flow))).toEqual(held(flow));
  });

  it("stays together when everything is arranged", () => {
    const flow = arrange(cardShape).apply(framed("say", "hang-up"));
    const [frame] = framesOf(flow);
    const around = frame && openBounds(flow, frame, {});
    for (const id of ["incoming-call", "menu"]) {
      const at = flow.layout[id] ?? { x: 0, y: 0 };
      const isInside =
        around !== undefined &&
        at.x > around.x &&
        at.x < around.x + around.width &&
        at.y > around.y &&
        at.y < around.y + around.height;
      expect(isInside, id).toBe(false);
    }
  });
});

describe("a step that is moved", () => {
  const before = framed("menu", "say");
  const movedTo = (id: string, to: { x: number; y: number }) =>
    settleInFrames(before, {}, new Set([id])).apply(moveSteps({ [id]: to }).apply(before));

  it("goes into the frame it is let go in, and out of the one it is taken from", () => {
    expect(held(movedTo("hang-up", { x: 500, y: 40 }))).toEqual({ asking: ["hang-up", "menu", "say"] });
    expect(held(movedTo("say", { x: 800, y: 2000 }))).toEqual({ asking: ["menu"] });
  });

  it("stays in its frame as long as it lies where the frame was", () => {
    expect(held(movedTo("say", { x: 840, y: 24 }))).toEqual(held(before));
  });

  it("goes into no frame that is folded", () => {
    const folded = editFrame("asking", { collapsed: true }).apply(before);
    const settled = settleInFrames(folded, {}, new Set(["hang-up"]));
    expect(held(settled.apply(moveSteps({ "hang-up": { x: 500, y: 40 } }).apply(folded)))).toEqual(held(before));
  });

  it("can be put in and taken out by name", () => {
    const inside = moveIntoFrame(new Set(["hang-up"]), "asking").apply(before);
    expect(held(inside)).toEqual({ asking: ["hang-up", "menu", "say"] });
    expect(held(moveIntoFrame(new Set(["hang-up"]), undefined).apply(inside))).toEqual(held(before));
  });
});

describe("on the canvas", () => {
  const folded = editFrame("asking", { collapsed: true }).apply(framed("menu", "say"));

  it("a folded frame stands for its steps, with a way out for each line that leaves it", () => {
    const { nodes, hidden } = createFrameProjection()(folded, seen);
    expect([...hidden.keys()].sort()).toEqual(["menu", "say"]);
    expect(nodes[0]?.data.ports.map(({ title }) => title)).toEqual(["Menu: Support"]);
    const lines = rerouted(createProjection().edges(folded, { edges: new Set() }), hidden);
    expect(lines.map(({ id, source, sourceHandle, target }) => [id, source, sourceHandle, target])).toEqual([
      ["incoming-call/next", "incoming-call", "next", "frame:asking"],
      ["menu/2", "frame:asking", "menu/2", "hang-up"],
    ]);
    const handles = new Set(nodes[0]?.handles?.map(({ id }) => id));
    expect(handles.has("menu/2")).toBe(true);
  });

  it("it opens while a step in it is selected or a call is there", () => {
    const project = createFrameProjection();
    expect(project(folded, { ...seen, steps: new Set(["say"]) }).hidden.size).toBe(0);
    expect(project(folded, { ...seen, lit: "menu" }).hidden.size).toBe(0);
    expect(project(folded, seen).hidden.size).toBe(2);
  });

  it("it takes its steps along, open or folded", () => {
    for (const flow of [folded, framed("menu", "say")]) {
      const [node] = createFrameProjection()(flow, seen).nodes;
      const { x = 0, y = 0 } = node?.position ?? {};
      const carried = carriedSteps(flow, { [frameNodeId("asking")]: { x: x + 80, y: y - 16 } }, {});
      expect(carried).toEqual({ menu: { x: 480, y: -16 }, say: { x: 880, y: -16 } });
    }
  });

  it("a node that did not change is the same object as before", () => {
    const project = createFrameProjection();
    const [first] = project(folded, seen).nodes;
    expect(project(moveSteps({ "hang-up": { x: 9, y: 9 } }).apply(folded), seen).nodes[0]).toBe(first);
  });
});
