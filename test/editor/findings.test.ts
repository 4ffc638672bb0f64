import { check, ownFaults } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { createFindingsStore } from "../../editor/src/model/findings-store.ts";
import { newestOnly } from "../../editor/src/worker/newest-only.ts";
import { proveFlow } from "../../editor/src/worker/prove-flow.ts";
import { flow } from "../support/flow-builder.ts";

const round = flow({ steps: { in: "incoming-call", hello: "say" }, edges: ["in > hello > hello"] });
const mended = flow({ steps: { in: "incoming-call", hello: "say", bye: "hang-up" }, edges: ["in > hello > bye"] });
const nothingKnown = { audioSeconds: {} };
const codes = (store: ReturnType<typeof createFindingsStore>) => store.getState().diagnostics.map(({ code }) => code);

describe("what the compiler says while somebody draws", () => {
  it("has the way of the call that refutes", () => {
    const { claims } = proveFlow(round, nothingKnown);
    const loop = claims.find(({ code }) => code === "no-loop-without-input");
    expect(loop).toMatchObject({ verdict: "refuted", refutations: [{ path: ["in", "hello"] }] });
  });

  it("comes in two parts, and what was refuted stays until it is known again", () => {
    const store = createFindingsStore();
    store.take(round, check(round).diagnostics);
    expect(codes(store)).toEqual([]);
    store.takeProof(round, proveFlow(round, nothingKnown));
    expect(codes(store)).toEqual(["no-loop-without-input"]);
    store.take(mended, check(mended).diagnostics);
    expect(codes(store)).toEqual(["no-loop-without-input"]);
    expect(store.getState().provenOf).toBe(round);
    store.takeProof(mended, proveFlow(mended, nothingKnown));
    expect(codes(store)).toEqual([]);
    expect(store.getState().claims.every(({ verdict }) => verdict === "proven")).toBe(true);
  });

  it("goes by how long sounds are and whom the phone system knows, and keeps that while somebody types", () => {
    const desk = flow({
      steps: { in: "incoming-call", song: ["play", { play: "prompt:song" }], desk: ["transfer", { target: "2010" }] },
      edges: ["in > song > desk"],
    });
    const known = {
      audioSeconds: { "prompt:song": 42 },
      directory: { extensions: ["2000"], contacts: [] },
    };
    const store = createFindingsStore();
    store.take(desk, check(desk).diagnostics);
    store.takeProof(desk, proveFlow(desk, known));
    const [silent] = store.getState().claims;
    expect(silent?.sentence.message).toContain("is off the line within 42 s");
    expect(codes(store)).toContain("number-unknown");
    store.take({ ...desk, name: "Another" }, check(desk).diagnostics);
    expect(codes(store)).toContain("number-unknown");
    store.takeProof(desk, proveFlow(desk, nothingKnown));
    store.take(desk, check(desk).diagnostics);
    expect(codes(store)).not.toContain("number-unknown");
  });

  it("tells what is wrong with a step alone before the rest is looked at", () => {
    const desk = (target: string) =>
      flow({ steps: { in: "incoming-call", desk: ["transfer", { target }] }, edges: ["in > desk"] });
    const own = (of: ReturnType<typeof desk>) => of.steps.flatMap((step) => ownFaults(step, of));
    const store = createFindingsStore();
    const [full, empty] = [desk("2000"), desk("")];
    store.take(full, check(full).diagnostics);
    const before = codes(store);
    store.takeOwn(own(full), own(empty));
    expect(codes(store)).toEqual(expect.arrayContaining(own(empty).map(({ code }) => code)));
    expect(
      store
        .getState()
        .byStep.get("desk")
        ?.map(({ message }) => message),
    ).toEqual(expect.arrayContaining(own(empty).map(({ message }) => message)));
    expect(codes(store).length).toBe(before.length + own(empty).length);
    store.takeOwn(own(empty), own(full));
    expect(codes(store)).toEqual(before);
  });

  it("forgets at once what was said of a step that is gone", () => {
    const store = createFindingsStore();
    store.take(round, check(round).diagnostics);
    store.takeProof(round, proveFlow(round, nothingKnown));
    const without = flow({ steps: { in: "incoming-call" } });
    store.take(without, check(without).diagnostics);
    expect(codes(store)).toEqual(["port-not-connected"]);
  });

  it("is asked about the newest drawing only", async () => {
    const asked: string[] = [];
    const waiting: (() => void)[] = [];
    const ask = newestOnly((subject: typeof round) => {
      asked.push(subject.name);
      return new Promise<string>((resolve) => waiting.push(() => resolve(subject.name)));
    });
    const named = (name: string) => ({ ...round, name });
    const answers = ["a", "b", "c"].map((name) => ask(named(name)));
    waiting[0]?.();
    await answers[0];
    waiting[1]?.();
    expect(await Promise.all(answers)).toEqual([undefined, undefined, "c"]);
    expect(asked).toEqual(["a", "c"]);
    const failing = newestOnly(() => Promise.reject(new Error("broken")));
    await expect(failing(round)).rejects.toThrow("broken");
    await expect(failing(round)).rejects.toThrow("broken");
  });
});
