import { expect, test } from "vitest";
import { rememberedRead } from "../../server/src/store/remembered-read.ts";

/** Reads what is there, and writes down how often it was asked. */
function counted() {
  const state = { value: "old" as string | undefined, reads: 0, nowMs: 0 };
  const read = async (key: string) => {
    state.reads += 1;
    if (state.value === "broken") throw new Error("broken");
    return state.value === undefined ? undefined : `${key} ${state.value}`;
  };
  return { state, ...rememberedRead(read, () => state.nowMs) };
}

test("what was found is not read again", async () => {
  const { state, find } = counted();
  for (const _ of "three") expect(await find("a")).toBe("a old");
  expect(state.reads).toBe(1);
  expect(await find("b")).toBe("b old");
  expect(state.reads).toBe(2);
});

test("what was written is shown at once", async () => {
  const { state, find, forget } = counted();
  await find("a");
  state.value = "new";
  expect(await find("a")).toBe("a old");
  forget();
  expect(await find("a")).toBe("a new");
});

test("what was read while somebody wrote is not kept", async () => {
  let finish = (_: string) => {};
  const { find, forget } = rememberedRead(
    () =>
      new Promise<string>((resolve) => {
        finish = resolve;
      }),
  );
  const early = find("a");
  forget();
  finish("old");
  expect(await early).toBe("old");
  const late = find("a");
  finish("new");
  expect(await late).toBe("new");
});

test("what somebody else has written in the file counts after a second", async () => {
  const { state, find } = counted();
  await find("a");
  state.value = "new";
  state.nowMs = 999;
  expect(await find("a")).toBe("a old");
  state.nowMs = 1000;
  expect(await find("a")).toBe("a new");
});

test("names that lead nowhere are not kept, and neither is a fault", async () => {
  const { state, find } = counted();
  state.value = undefined;
  for (const _ of "two") expect(await find("a")).toBeUndefined();
  expect(state.reads).toBe(3);
  state.value = "broken";
  await expect(find("a")).rejects.toThrow("broken");
  state.value = "well";
  expect(await find("a")).toBe("a well");
});
