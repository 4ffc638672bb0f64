import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { newOrderedId, newUnguessableId } from "../../server/src/ids.ts";

const many = (make: () => string) => Array.from({ length: 1000 }, make);

test("ids are 22 characters that need no escaping in an address, and none comes twice", () => {
  for (const ids of [many(newUnguessableId), many(newOrderedId)]) {
    expect(new Set(ids).size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/);
  }
});

describe("ids in order", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("sort by the time they were made, and share nothing but that", () => {
    const ids = ["1975-01-01", "2026-11-27T10:00:00.000Z", "2026-11-27T10:00:00.001Z", "2059-01-01"].map((time) => {
      vi.setSystemTime(new Date(time));
      return newOrderedId();
    });
    expect(ids.toSorted()).toEqual(ids);
    vi.setSystemTime(new Date("2030-01-01"));
    const [one, other] = [newOrderedId(), newOrderedId()];
    expect(one.slice(0, 8)).toBe(other.slice(0, 8));
    expect(new Set(many(newOrderedId).map((id) => id.slice(8))).size).toBe(1000);
  });
});
