import { expect, test } from "vitest";
import { sharedRead } from "../../server/src/store/shared-read.ts";

/** Reads what is there, and writes down how often it was asked. */
function counted() {
  const state = { value: "old", reads: 0 };
  const find = sharedRead(async (key) => {
    state.reads += 1;
    if (state.value === "broken") throw new Error("broken");
    return `${key} ${state.value}`;
  });
  return { state, find };
}

test("who asks about the same time shares one read for each key", async () => {
  const { state, find } = counted();
  expect(await Promise.all([find("a"), find("b"), find("a")])).toEqual(["a old", "b old", "a old"]);
  expect(state.reads).toBe(2);
});

test("nobody is shown what was there before the question", async () => {
  const { state, find } = counted();
  const first = find("a");
  state.value = "new";
  expect(await Promise.all([first, find("a")])).toEqual(["a new", "a new"]);
  state.value = "newer";
  expect(await find("a")).toBe("a newer");
});

test("who asks while a read is under way gets one of its own", async () => {
  let finish = () => {};
  const waiting = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let reads = 0;
  const find = sharedRead(async () => {
    reads += 1;
    await waiting;
    return reads;
  });
  const first = find("a");
  await expect.poll(() => reads).toBe(1);
  const second = find("a");
  await expect.poll(() => reads).toBe(2);
  finish();
  expect(await Promise.all([first, second])).toEqual([2, 2]);
});

test("a read that fails fails for all of them, and the next one is tried", async () => {
  const { state, find } = counted();
  state.value = "broken";
  const settled = await Promise.allSettled([find("a"), find("a")]);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  state.value = "well";
  expect(await find("a")).toBe("a well");
});
