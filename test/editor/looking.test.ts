import { describe, expect, it } from "vitest";
import type { Surface } from "../../editor/src/commands/action.ts";
import { actions, isOffered, runAction } from "../../editor/src/commands/actions.ts";
import { setLabel } from "../../editor/src/model/changes/index.ts";
import { openEditor } from "../../editor/src/model/editor.ts";
import { mayDo, type Role } from "../../editor/src/rights.ts";
import { menuFlow } from "./drawn.ts";

/** What somebody with a role works with; the surface says what was asked of it. */
function deskOf(role: Role) {
  const asked: string[] = [];
  const surface = new Proxy({} as Surface, { get: (_, name) => () => asked.push(String(name)) });
  const may = (deed: Parameters<typeof mayDo>[1]) => mayDo(role, deed);
  const stored = { version: 1, flow: menuFlow(), updatedAt: "2026-01-01T00:00:00Z" };
  const services = {
    save: async () => ({ outcome: "offline" as const }),
    drafts: { keep: () => asked.push("draft"), forget() {} },
  };
  const editor = openEditor(
    { id: "f1", stored },
    { ...services, check: async () => [], prove: async () => undefined, whenOnline: () => () => {} },
    may("saveFlow"),
  );
  return { editor, surface, may, asked };
}

const offeredTo = (role: Role) => {
  const { may } = deskOf(role);
  return actions.filter((action) => isOffered(action, { may })).map(({ id }) => id);
};

describe("who may look only", () => {
  it("is offered nothing that draws, publishes or calls", () => {
    const changing = ["save", "cut", "paste", "duplicate", "remove", "arrange", "publish", "start-call"];
    expect(offeredTo("viewer").filter((id) => changing.includes(id))).toEqual([]);
    expect(offeredTo("viewer")).toEqual(expect.arrayContaining(["copy", "preview", "phone", "export-zip", "fit-view"]));
  });

  it("changes nothing, whatever key is pressed", () => {
    const { asked, ...desk } = deskOf("viewer");
    const { editor } = desk;
    const before = editor.document.getState().flow;
    editor.view.selectSteps(["menu"]);
    for (const action of actions) runAction(action, desk);
    editor.document.commit(setLabel("menu", "Mine"));
    expect(editor.document.getState().flow).toBe(before);
    expect(asked).not.toContain("save");
    expect(asked).not.toContain("draft");
  });
});

describe("an editor", () => {
  it("draws and tries, and leaves publishing and calling to others", () => {
    expect(offeredTo("editor")).toEqual(expect.arrayContaining(["save", "paste", "phone", "variables"]));
    expect(offeredTo("editor")).not.toContain("publish");
    expect(offeredTo("editor")).not.toContain("start-call");
    expect(offeredTo("publisher")).toHaveLength(actions.length);
  });
});
