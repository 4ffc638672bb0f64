import { emptyFlow, type Flow, readFlow } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import {
  addNote,
  addStep,
  alignSteps,
  distributeSteps,
  insertStep,
  moveNote,
  moveSteps,
  removeNotes,
  replaceStep,
  resizeNote,
  setData,
  setLabel,
  writeNote,
} from "../../editor/src/model/changes/index.ts";
import { createDocumentStore } from "../../editor/src/model/document-store.ts";
import { drawn, leads, menuFlow } from "./drawn.ts";

const here = { x: 0, y: 0 };

describe("putting another step in a step's place", () => {
  it("keeps its place, what leads to it and where it leads", () => {
    const flow = replaceStep("menu", "collect-digits").apply(menuFlow());
    const step = flow.steps.find(({ id }) => id === "menu");
    expect(step?.type).toBe("collect-digits");
    expect(flow.layout["menu"]).toEqual({ x: 400, y: 0 });
    expect(leads(flow, "incoming-call")).toEqual({ next: "menu" });
    // Digits have one way on where the menu had two keys.
    expect(leads(flow, "menu")).toEqual({ entered: "say" });
    expect(readFlow(flow)).toHaveProperty("flow");
  });

  it("keeps the words the new kind has a use for, and a name of the author's own", () => {
    const asked = drawn(addStep("menu", here));
    const menu = asked.steps[0];
    const worded = setData("menu", { ...menu?.data, prompt: { say: "Who is it?" }, timeoutSeconds: 7 }).apply(asked);
    const flow = replaceStep("menu", "collect-digits").apply(setLabel("menu", "Ask").apply(worded));
    expect(flow.steps[0]).toMatchObject({ label: "Ask", data: { prompt: { say: "Who is it?" }, timeoutSeconds: 7 } });
    expect(replaceStep("menu", "collect-digits").apply(worded).steps[0]?.label).toBe("Collect digits");
    expect(flow.variables).toEqual([{ name: "digits", type: "text" }]);
  });

  it("keeps a failure a failure", () => {
    const flow = drawn(
      addStep("transfer", here),
      addStep("say", here),
      { name: "connect", apply: (one) => ({ ...one, edges: [{ from: "transfer", port: "failed", to: "say" }] }) },
      replaceStep("transfer", "http-request"),
    );
    // The first failure of a request, not its success.
    expect(leads(flow, "transfer")).toEqual({ "client-error": "say" });
  });

  it("makes no beginning of a step that others lead to", () => {
    const flow = menuFlow();
    expect(replaceStep("menu", "incoming-call").apply(flow)).toBe(flow);
    expect(replaceStep("nobody", "say").apply(flow)).toBe(flow);
    expect(replaceStep("menu", "teleport").apply(flow)).toBe(flow);
  });
});

describe("dropping a step on a line", () => {
  it("leads through it", () => {
    const flow = insertStep("beep", here, { step: "incoming-call", port: "next" }).apply(menuFlow());
    expect(leads(flow, "incoming-call")).toEqual({ next: "beep" });
    expect(leads(flow, "beep")).toEqual({ next: "menu" });
  });

  it("ends the way there when the step ends the call", () => {
    const flow = insertStep("hang-up", here, { step: "incoming-call", port: "next" }).apply(menuFlow());
    expect(leads(flow, "incoming-call")).toEqual({ next: "hang-up-2" });
    expect(leads(flow, "hang-up-2")).toEqual({});
  });

  it("only adds what nothing can lead to", () => {
    const flow = insertStep("outgoing-call", here, { step: "incoming-call", port: "next" }).apply(menuFlow());
    expect(flow.steps.map(({ id }) => id)).toContain("outgoing-call");
    expect(leads(flow, "incoming-call")).toEqual({ next: "menu" });
  });
});

describe("laying cards on a line", () => {
  const widths: Readonly<Record<string, number>> = { say: 100, "say-2": 200, "say-3": 60 };
  const sizeOf = ({ id }: { id: string }) => ({ width: widths[id] ?? 0, height: 50 });
  const cards = drawn(
    addStep("say", here),
    addStep("say", { x: 300, y: 40 }),
    addStep("say", { x: 1000, y: 10 }),
    addStep("hang-up", { x: 7, y: 7 }),
  );
  const all = new Set(["say", "say-2", "say-3"]);
  const xs = (flow: Flow) => ["say", "say-2", "say-3"].map((id) => flow.layout[id]?.x);
  const ys = (flow: Flow) => ["say", "say-2", "say-3"].map((id) => flow.layout[id]?.y);

  it.each([
    ["left", [0, 0, 0]],
    ["right", [960, 860, 1000]],
    ["center", [480, 430, 500]],
  ] as const)("at the %s", (side, expected) => {
    expect(xs(alignSteps(all, side, sizeOf).apply(cards))).toEqual(expected);
  });

  it.each([
    ["top", [0, 0, 0]],
    ["bottom", [40, 40, 40]],
    ["middle", [20, 20, 20]],
  ] as const)("at the %s", (side, expected) => {
    expect(ys(alignSteps(all, side, sizeOf).apply(cards))).toEqual(expected);
  });

  it("makes the gaps alike and leaves the outer ones where they are", () => {
    expect(xs(distributeSteps(all, "across", sizeOf).apply(cards))).toEqual([0, 450, 1000]);
  });

  it("moves nothing else, and one card alone not at all", () => {
    expect(alignSteps(all, "left", sizeOf).apply(cards).layout["hang-up"]).toEqual({ x: 7, y: 7 });
    expect(alignSteps(new Set(["say-2"]), "left", sizeOf).apply(cards)).toBe(cards);
    expect(distributeSteps(new Set(["say", "say-2"]), "across", sizeOf).apply(cards)).toBe(cards);
  });
});

describe("a note", () => {
  const noted = drawn(addNote({ x: 10.4, y: 20 }), addNote(here));

  it("is written, moved, pulled at and thrown away", () => {
    expect(noted.notes.map(({ id }) => id)).toEqual(["note", "note-2"]);
    const written = writeNote("note", "Ask Ann").apply(noted);
    const moved = moveNote("note", { x: 5, y: 6 }).apply(written);
    expect(moved.notes[0]).toEqual({ id: "note", text: "Ask Ann", position: { x: 5, y: 6 }, width: 240, height: 120 });
    expect(readFlow(moved)).toHaveProperty("flow");
    const pulled = resizeNote("note", { x: 1, y: 2, width: 5, height: 9000 }).apply(moved);
    expect(pulled.notes[0]).toMatchObject({ position: { x: 1, y: 2 }, width: 80, height: 2000 });
    expect(
      removeNotes(new Set(["note"]))
        .apply(pulled)
        .notes.map(({ id }) => id),
    ).toEqual(["note-2"]);
  });

  it("stays as it is when nothing changes", () => {
    expect(writeNote("note", "").apply(noted)).toBe(noted);
    expect(moveNote("note", { x: 10, y: 20 }).apply(noted)).toBe(noted);
    expect(removeNotes(new Set(["gone"])).apply(noted)).toBe(noted);
  });

  it("is cut where the flow file would refuse it", () => {
    expect(readFlow(writeNote("note", "x".repeat(3000)).apply(noted))).toHaveProperty("flow");
  });
});

describe("the list of what was done", () => {
  it("leads to any point of it, back and forth", () => {
    const document = createDocumentStore(emptyFlow("Test"));
    for (const type of ["say", "menu", "beep"]) document.commit(addStep(type, here));
    document.commit(moveSteps({ say: { x: 9, y: 9 } }));
    const steps = () => document.getState().flow.steps.length;
    document.goTo(1);
    expect([steps(), document.getState().past.length, document.getState().future.length]).toEqual([1, 1, 3]);
    document.goTo(3);
    expect(steps()).toBe(3);
    document.goTo(0);
    expect(steps()).toBe(0);
    document.goTo(99);
    expect(document.getState().flow.layout["say"]).toEqual({ x: 9, y: 9 });
  });
});
