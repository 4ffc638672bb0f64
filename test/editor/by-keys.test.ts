import { describe, expect, it } from "vitest";
import { answersTo, takeAnswer } from "../../editor/src/canvas/questions.ts";
import type { ActionContext, ActionId, Surface } from "../../editor/src/commands/action.ts";
import { findAction, runAction } from "../../editor/src/commands/actions.ts";
import { isSingleKey } from "../../editor/src/commands/shortcut.ts";
import { openEditor } from "../../editor/src/model/editor.ts";
import { leads, menuFlow } from "./drawn.ts";

/** The menu flow opened for drawing, and what a person presses. */
function desk() {
  const asked: string[] = [];
  const surface = new Proxy({} as Surface, {
    get: (_, name) => () => {
      asked.push(String(name));
      return { x: 0, y: 0 };
    },
  });
  const stored = { version: 1, flow: menuFlow(), updatedAt: "2026-01-01T00:00:00Z" };
  const services = {
    save: async () => ({ outcome: "offline" as const }),
    drafts: { keep() {}, forget() {} },
    check: async () => [],
    prove: async () => undefined,
    whenOnline: () => () => {},
  };
  const editor = openEditor({ id: "f1", stored }, services);
  const context: ActionContext = { editor, surface, may: () => true };
  const state = () => editor.view.getState();
  return {
    asked,
    editor,
    state,
    flow: () => editor.document.getState().flow,
    press: (id: ActionId, shortcut?: string) => runAction(findAction(id), context, shortcut),
    selected: () => [...state().steps].join(" "),
    /** Ids of what is offered when these words are typed. */
    offered: (words = "") => {
      const { question } = state();
      return question === undefined
        ? []
        : answersTo(question, editor.document.getState().flow, words).map(({ id }) => id);
    },
    answer(words: string) {
      const { question } = state();
      if (question === undefined) throw new Error("nothing is asked");
      const [first] = answersTo(question, editor.document.getState().flow, words);
      if (first === undefined) throw new Error(`nothing is called "${words}"`);
      editor.view.setState({ question: undefined });
      takeAnswer(question, first.id, context);
    },
  };
}

describe("going by keys", () => {
  it("goes from step to step as they are read, and stops at the ends", () => {
    const { press, selected } = desk();
    const way = ["next-step", "next-step", "next-step", "next-step", "next-step", "previous-step"] as const;
    const seen = way.map((id) => {
      press(id);
      return selected();
    });
    expect(seen).toEqual(["incoming-call", "menu", "say", "hang-up", "hang-up", "say"]);
  });

  it("follows the only line, asks where there are several, and comes back by the way it went", () => {
    const { press, selected, state, offered, answer } = desk();
    press("next-step");
    press("follow");
    expect(selected()).toBe("menu");
    press("follow");
    expect(offered()).toEqual(["1", "2"]);
    answer("support");
    expect(selected()).toBe("hang-up");
    press("come-from");
    expect(state().way).toEqual({ step: "menu", port: "2" });
  });

  it("takes the ways out of a step in turn", () => {
    const { press, editor, state } = desk();
    editor.view.selectSteps(["menu"]);
    const seen = Array.from({ length: 6 }, () => {
      press("next-way");
      return state().way?.port;
    });
    expect(seen).toEqual(["1", "2", "no-input", "invalid", "exhausted", "1"]);
  });
});

describe("drawing by keys", () => {
  it("connects a way out with a step that is searched, and undo takes it back", () => {
    const { press, editor, flow, offered, answer } = desk();
    editor.view.selectSteps(["menu"]);
    press("connect");
    answer("retries");
    expect(offered()).toEqual(["menu", "say", "hang-up"]);
    answer("hang");
    expect(leads(flow(), "menu")).toEqual({ "1": "say", "2": "hang-up", exhausted: "hang-up" });
    press("undo");
    expect(leads(flow(), "menu")).toEqual({ "1": "say", "2": "hang-up" });
  });

  it("adds a step behind the way out that is chosen, and none behind one that leads on", () => {
    const { press, editor, flow, answer, selected } = desk();
    editor.view.selectWay({ step: "menu", port: "1" });
    expect(press("add-next")).toBe(false);
    editor.view.selectWay({ step: "menu", port: "invalid" });
    press("add-next");
    answer("beep");
    expect(leads(flow(), "menu")["invalid"]).toBe("beep");
    expect(selected()).toBe("beep");
  });

  it("puts a step into a line", () => {
    const { press, editor, flow, answer } = desk();
    editor.view.selectWay({ step: "menu", port: "1" });
    press("insert");
    answer("delay");
    expect(leads(flow(), "menu")["1"]).toBe("delay");
    expect(leads(flow(), "delay")).toEqual({ next: "say" });
  });

  it("removes the line where a way out is chosen, and the step only where none is", () => {
    const { press, editor, flow } = desk();
    editor.view.selectWay({ step: "menu", port: "1" });
    press("remove");
    expect(leads(flow(), "menu")).toEqual({ "2": "hang-up" });
    editor.view.selectSteps(["menu"]);
    press("remove");
    expect(flow().steps.map(({ id }) => id)).not.toContain("menu");
  });

  it("moves cards by one field of the grid or by a leap; one after the other is one undo step", () => {
    const { press, editor, flow } = desk();
    editor.view.selectSteps(["menu"]);
    press("move-right", "ArrowRight");
    press("move-right", "shift+ArrowRight");
    press("move-down", "ArrowDown");
    expect(flow().layout["menu"]).toEqual({ x: 400 + 8 + 64, y: 8 });
    press("undo");
    expect(flow().layout["menu"]).toEqual({ x: 400, y: 0 });
  });

  it("leads to the fields of the step", () => {
    const { press, editor, asked } = desk();
    expect(press("edit")).toBe(false);
    editor.view.selectSteps(["menu"]);
    press("edit");
    press("rename");
    expect(asked).toEqual(["focusField", "focusField"]);
  });
});

it("knows which keys dictation would press by mistake", () => {
  expect(["N", "shift+N", "shift+?"].every(isSingleKey)).toBe(true);
  expect(["mod+N", "F2", "Insert", "shift+F6", "Delete"].some(isSingleKey)).toBe(false);
});
