import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Flow } from "../../compiler/src/index.ts";
import { quietMs, retryMs } from "../../editor/src/model/autosave.ts";
import { setLabel } from "../../editor/src/model/changes/index.ts";
import { createDrafts, type KeyValueStore } from "../../editor/src/model/drafts.ts";
import { openEditor } from "../../editor/src/model/editor.ts";
import type { SaveOutcome } from "../../editor/src/model/sync-store.ts";
import { menuFlow } from "./drawn.ts";

/** A browser's storage and a server that answers what it is told to, with what was sent to it. */
function desk() {
  const kept = new Map<string, unknown>();
  let isFull = false;
  const storage: KeyValueStore = {
    keys: async () => [...kept.keys()],
    get: async (key) => kept.get(key),
    async set(key, value) {
      if (isFull) throw new Error("QuotaExceededError");
      kept.set(key, structuredClone(value));
    },
    del: async (key) => void kept.delete(key),
  };
  const sent: { flow: Flow; version: number }[] = [];
  let answer: SaveOutcome = { outcome: "saved", version: 2, updatedAt: "2026-01-01T00:00:00Z" };
  const stored = { version: 1, flow: menuFlow(), updatedAt: "2026-01-01T00:00:00Z" };
  let time = 0;
  let notKept = 0;
  const online = new Set<() => void>();
  /** A tab with the flow; the same name again is the tab loaded again. */
  const open = async (from = stored, tab = "tab", user = "anna") => {
    const drafts = createDrafts(storage, {
      user,
      flowId: "f1",
      tab,
      now: () => ++time,
      whenNotKept: () => ++notKept,
    });
    const services = {
      drafts,
      check: async () => [],
      prove: async () => undefined,
      whenOnline(listener: () => void) {
        online.add(listener);
        return () => online.delete(listener);
      },
      save: async (flow: Flow, version: number) => {
        sent.push({ flow, version });
        return answer;
      },
    };
    const editor = openEditor({ id: "f1", stored: from, draft: await drafts.read() }, services);
    return { ...editor, drafts };
  };
  return {
    kept,
    sent,
    open,
    serverSays(outcome: SaveOutcome) {
      answer = outcome;
    },
    fill() {
      isFull = true;
    },
    goOnline() {
      for (const listener of online) listener();
    },
    notKept: () => notKept,
  };
}

const theirs = { version: 5, flow: setLabel("menu", "Theirs").apply(menuFlow()), updatedAt: "2026-01-02T00:00:00Z" };
const labelOf = (flow: Flow) => flow.steps.find((step) => step.id === "menu")?.label;

describe("saving", () => {
  it("is dirty after a change and clean again after undo", async () => {
    const { document, sync } = await desk().open();
    document.commit(setLabel("menu", "Mine"));
    expect(sync.getState().status).toBe("dirty");
    document.undo();
    expect(sync.getState().status).toBe("clean");
  });

  it("sends the version it was drawn on, and then the version the server gave", async () => {
    const { open, sent, serverSays } = desk();
    const { document, sync } = await open();
    document.commit(setLabel("menu", "Mine"));
    await sync.save();
    serverSays({ outcome: "saved", version: 3, updatedAt: "2026-01-01T00:00:00Z" });
    document.commit(setLabel("menu", "Mine again"));
    await sync.save();
    expect(sent.map((one) => one.version)).toEqual([1, 2]);
    expect(sync.getState().status).toBe("clean");
  });

  it("stays dirty when something was drawn while the server worked", async () => {
    const { document, sync } = await desk().open();
    document.commit(setLabel("menu", "Mine"));
    const saving = sync.save();
    document.commit(setLabel("menu", "Later"));
    await saving;
    expect(sync.getState().status).toBe("dirty");
  });

  it("sends what was drawn meanwhile after the save that is under way, never beside it", async () => {
    const { open, sent } = desk();
    const { document, sync } = await open();
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
    const { document, sync } = await open();
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
    const editor = await place.open();
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
  it("loses nothing that was drawn", async () => {
    const { open } = desk();
    const { document, drafts } = await open();
    document.commit(setLabel("menu", "Unsaved"));
    await drafts.settled();
    const reopened = await open();
    expect(reopened.restored).toBe(true);
    expect(labelOf(reopened.document.getState().flow)).toBe("Unsaved");
    expect(reopened.sync.getState().status).toBe("dirty");
  });

  it("finds what a tab left that did not come back, but not what somebody else left", async () => {
    const { open } = desk();
    const lost = await open();
    lost.document.commit(setLabel("menu", "Unsaved"));
    await lost.drafts.settled();
    expect(labelOf((await open(undefined, "another tab")).document.getState().flow)).toBe("Unsaved");
    expect((await open(undefined, "another tab", "béla")).restored).toBe(false);
  });

  it("keeps the newest of what was drawn while the browser still wrote", async () => {
    const { open } = desk();
    const { document, drafts } = await open();
    for (const label of ["One", "Two", "Three"]) document.commit(setLabel("menu", label));
    await drafts.settled();
    expect(labelOf((await open()).document.getState().flow)).toBe("Three");
  });

  it("writes what is the newest when there is time, and nothing that is older", async () => {
    const written: string[] = [];
    let haveTime = () => {};
    const drafts = createDrafts(
      {
        keys: async () => [],
        get: async () => undefined,
        set: async (_key, { flow }: { readonly flow: Flow }) => void written.push(labelOf(flow) ?? ""),
        del: async () => {},
      },
      {
        user: "anna",
        flowId: "f1",
        tab: "tab",
        now: Date.now,
        timeToWrite: () =>
          new Promise((resolve) => {
            haveTime = resolve;
          }),
        whenNotKept() {},
      },
    );
    for (const label of ["One", "Two"]) drafts.keep({ version: 1, flow: setLabel("menu", label).apply(menuFlow()) });
    expect(written).toEqual([]);
    haveTime();
    await drafts.settled();
    expect(written).toEqual(["Two"]);
  });

  it("does not hide that somebody else saved meanwhile: the draft is saved as of its own version", async () => {
    const { open, sent } = desk();
    const { document, drafts } = await open();
    document.commit(setLabel("menu", "Unsaved"));
    await drafts.settled();
    await (await open(theirs)).sync.save();
    expect(sent[0]?.version).toBe(1);
  });

  it("restores nothing after everything was saved, wherever it came from", async () => {
    const { open, kept } = desk();
    const lost = await open();
    lost.document.commit(setLabel("menu", "Unsaved"));
    await lost.drafts.settled();
    const { sync, drafts } = await open(undefined, "another tab");
    await sync.save();
    await drafts.settled();
    expect(kept.size).toBe(0);
  });

  it("does not take away what another tab has not saved yet", async () => {
    const { open, kept } = desk();
    const one = await open(undefined, "one");
    const other = await open(undefined, "other");
    one.document.commit(setLabel("menu", "Of one"));
    await one.drafts.settled();
    other.document.commit(setLabel("menu", "Of the other"));
    await other.sync.save();
    await other.drafts.settled();
    expect([...kept.keys()]).toEqual(["anna/f1/one"]);
  });

  it("starts from the server when what lies in the browser is not ours", async () => {
    const { open, kept } = desk();
    kept.set("anna/f1/tab", { not: "a draft" });
    expect((await open()).restored).toBe(false);
  });

  it("is told beforehand where the browser keeps nothing", async () => {
    const { open, fill, notKept } = desk();
    const { document, drafts } = await open();
    fill();
    document.commit(setLabel("menu", "Unsaved"));
    await drafts.settled();
    expect(notKept()).toBe(1);
  });
});

describe("by itself", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const label = (text: string) => setLabel("menu", text);

  it("the work goes to the server, soon after the last change and not before", async () => {
    const { open, sent } = desk();
    const { document, sync } = await open();
    document.commit(label("M"));
    await vi.advanceTimersByTimeAsync(quietMs - 1);
    document.commit(label("Mine"));
    await vi.advanceTimersByTimeAsync(quietMs - 1);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent.map(({ flow }) => labelOf(flow))).toEqual(["Mine"]);
    expect(sync.getState().status).toBe("clean");
    await vi.advanceTimersByTimeAsync(quietMs * 10);
    expect(sent).toHaveLength(1);
  });

  it("what is typed before and after it stays one undo step", async () => {
    const { open } = desk();
    const { document } = await open();
    document.commit(label("M"));
    await vi.advanceTimersByTimeAsync(quietMs);
    document.commit(label("Mine"));
    expect(document.getState().past).toHaveLength(1);
  });

  it("it is tried again, ever less often, while the server cannot be reached, and at once when the net is back", async () => {
    const { open, sent, serverSays, goOnline } = desk();
    const { document, sync } = await open();
    serverSays({ outcome: "offline" });
    document.commit(label("Mine"));
    await vi.advanceTimersByTimeAsync(quietMs);
    for (const [index, ms] of retryMs.entries()) {
      expect(sent).toHaveLength(index + 1);
      await vi.advanceTimersByTimeAsync(ms);
    }
    expect(sync.getState().status).toBe("offline");
    document.commit(label("Mine, drawn offline"));
    expect(sync.getState().status).toBe("offline");
    serverSays({ outcome: "saved", version: 2, updatedAt: "2026-01-01T00:00:00Z" });
    goOnline();
    await vi.advanceTimersByTimeAsync(1);
    expect(labelOf(sent.at(-1)?.flow ?? menuFlow())).toBe("Mine, drawn offline");
    expect(sync.getState()).toMatchObject({ status: "clean", failed: 0 });
  });

  it("nothing is sent again that the server has refused, until it is changed", async () => {
    const { open, sent, serverSays } = desk();
    const { document, sync } = await open();
    serverSays({ outcome: "refused", message: "There is no such flow." });
    document.commit(label("Mine"));
    await vi.advanceTimersByTimeAsync(quietMs * 10);
    expect(sent).toHaveLength(1);
    expect(sync.getState()).toMatchObject({ status: "refused", refusal: "There is no such flow." });
    document.commit(label("Mine again"));
    await vi.advanceTimersByTimeAsync(quietMs);
    expect(sent).toHaveLength(2);
  });

  it("the last words are sent when the flow is closed", async () => {
    const { open, sent } = desk();
    const editor = await open();
    editor.document.commit(label("Mine"));
    editor.close();
    await vi.advanceTimersByTimeAsync(quietMs * 10);
    expect(sent).toHaveLength(1);
  });

  it("who saved the very same thing meanwhile is nobody to argue with", async () => {
    const { open, serverSays } = desk();
    const { document, sync } = await open();
    serverSays({ outcome: "conflict", theirs });
    document.commit(label("Theirs"));
    await vi.advanceTimersByTimeAsync(quietMs);
    expect(sync.getState()).toMatchObject({ status: "clean", version: theirs.version });
  });
});
