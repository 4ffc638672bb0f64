import { describe, expect, it } from "vitest";
import type { Flow } from "../../compiler/src/index.ts";
import { setLabel } from "../../editor/src/model/changes/index.ts";
import { createDrafts, type KeyValueStore } from "../../editor/src/model/drafts.ts";
import { openEditor } from "../../editor/src/model/editor.ts";
import type { SaveOutcome } from "../../editor/src/model/sync-store.ts";
import { menuFlow } from "./drawn.ts";

/** A browser's storage and a server that answers what it is told to, with what was sent to it. */
function desk() {
  const kept = new Map<string, string>();
  const storage: KeyValueStore = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
  const sent: { flow: Flow; version: number }[] = [];
  let answer: SaveOutcome = { outcome: "saved", version: 2, updatedAt: "2026-01-01T00:00:00Z" };
  const stored = { version: 1, flow: menuFlow(), updatedAt: "2026-01-01T00:00:00Z" };
  const open = (from = stored) =>
    openEditor("f1", from, {
      drafts: createDrafts(storage),
      check: async () => [],
      save: async (flow, version) => {
        sent.push({ flow, version });
        return answer;
      },
    });
  const serverSays = (outcome: SaveOutcome) => {
    answer = outcome;
  };
  return { kept, sent, open, serverSays };
}

const theirs = { version: 5, flow: setLabel("menu", "Theirs").apply(menuFlow()), updatedAt: "2026-01-02T00:00:00Z" };
const labelOf = (flow: Flow) => flow.steps.find((step) => step.id === "menu")?.label;

describe("saving", () => {
  it("is dirty after a change and clean again after undo", () => {
    const { document, sync } = desk().open();
    document.commit(setLabel("menu", "Mine"));
    expect(sync.getState().status).toBe("dirty");
    document.undo();
    expect(sync.getState().status).toBe("clean");
  });

  it("sends the version it was drawn on, and then the version the server gave", async () => {
    const { open, sent, serverSays } = desk();
    const { document, sync } = open();
    document.commit(setLabel("menu", "Mine"));
    await sync.save();
    serverSays({ outcome: "saved", version: 3, updatedAt: "2026-01-01T00:00:00Z" });
    document.commit(setLabel("menu", "Mine again"));
    await sync.save();
    expect(sent.map((one) => one.version)).toEqual([1, 2]);
    expect(sync.getState().status).toBe("clean");
  });

  it("stays dirty when something was drawn while the server worked", async () => {
    const { document, sync } = desk().open();
    document.commit(setLabel("menu", "Mine"));
    const saving = sync.save();
    document.commit(setLabel("menu", "Later"));
    await saving;
    expect(sync.getState().status).toBe("dirty");
  });

  it("sends what was drawn meanwhile after the save that is under way, never beside it", async () => {
    const { open, sent } = desk();
    const { document, sync } = open();
    document.commit(setLabel("menu", "Mine"));
    const first = sync.save();
    document.commit(setLabel("menu", "Later"));
    await Promise.all([first, sync.save()]);
    expect(sent.map((one) => [one.version, labelOf(one.flow)])).toEqual([
      [1, "Mine"],
      [2, "Later"],
    ]);
    expect(sync.getState().status).toBe("clean");
  });

  it("keeps the work and says so when the server cannot be reached", async () => {
    const { open, serverSays } = desk();
    const { document, sync } = open();
    document.commit(setLabel("menu", "Mine"));
    serverSays({ outcome: "offline" });
    await sync.save();
    expect(sync.getState().status).toBe("offline");
    serverSays({ outcome: "saved", version: 2, updatedAt: "2026-01-01T00:00:00Z" });
    await sync.save();
    expect(sync.getState().status).toBe("clean");
  });
});

describe("a conflict", () => {
  async function inConflict() {
    const place = desk();
    const editor = place.open();
    editor.document.commit(setLabel("menu", "Mine"));
    place.serverSays({ outcome: "conflict", theirs });
    await editor.sync.save();
    return { ...place, editor };
  }

  it("writes nothing and changes nothing until the author decides", async () => {
    const { editor, sent } = await inConflict();
    await editor.sync.save();
    expect(sent).toHaveLength(1);
    expect(labelOf(editor.document.getState().flow)).toBe("Mine");
    expect(editor.sync.getState().status).toBe("conflict");
  });

  it("can be ended by taking theirs; undo brings mine back", async () => {
    const { editor } = await inConflict();
    editor.sync.loadTheirs();
    expect(labelOf(editor.document.getState().flow)).toBe("Theirs");
    expect(editor.sync.getState().status).toBe("clean");
    editor.document.undo();
    expect(labelOf(editor.document.getState().flow)).toBe("Mine");
  });

  it("can be ended by keeping mine, on top of their version", async () => {
    const { editor, sent, serverSays } = await inConflict();
    serverSays({ outcome: "saved", version: 6, updatedAt: "2026-01-03T00:00:00Z" });
    await editor.sync.keepMine();
    expect(sent.at(-1)?.version).toBe(theirs.version);
    expect(editor.sync.getState()).toMatchObject({ status: "clean", version: 6 });
  });
});

describe("a crash or a reload", () => {
  it("loses nothing that was drawn", () => {
    const { open } = desk();
    open().document.commit(setLabel("menu", "Unsaved"));
    const reopened = open();
    expect(reopened.restored).toBe(true);
    expect(labelOf(reopened.document.getState().flow)).toBe("Unsaved");
    expect(reopened.sync.getState().status).toBe("dirty");
  });

  it("does not hide that somebody else saved meanwhile: the draft is saved as of its own version", async () => {
    const { open, sent } = desk();
    open().document.commit(setLabel("menu", "Unsaved"));
    await open(theirs).sync.save();
    expect(sent[0]?.version).toBe(1);
  });

  it("restores nothing after everything was saved", async () => {
    const { open, kept } = desk();
    const { document, sync } = open();
    document.commit(setLabel("menu", "Saved"));
    await sync.save();
    expect(kept.size).toBe(0);
  });

  it("starts from the server when what lies in the browser is not ours", () => {
    const { open, kept } = desk();
    kept.set("ozflow.draft.f1", "{ not json");
    expect(open().restored).toBe(false);
  });
});
