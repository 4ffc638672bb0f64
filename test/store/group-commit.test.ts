import fc from "fast-check";
import { expect, test } from "vitest";
import { createGroupCommit } from "../../server/src/store/group-commit.ts";

interface Work {
  readonly id: number;
  readonly keys: readonly string[];
  readonly isFaulty?: boolean;
}

/** Writes down what is committed together; like a database, it takes all of a batch or nothing. */
function recorder(most: number, committing: () => Promise<void> = async () => {}) {
  const batches: (readonly Work[])[] = [];
  const commit = createGroupCommit<Work, string>({
    most,
    keysOf: ({ keys }) => keys,
    async commit(works) {
      await committing();
      if (works.some(({ isFaulty }) => isFaulty)) throw new Error("a faulty one");
      batches.push(works);
      return works.map(({ id }) => `result ${id}`);
    },
  });
  return { commit, batches };
}

const works = (count: number): Work[] => Array.from({ length: count }, (_, id) => ({ id, keys: [`call ${id}`] }));

test("what comes at the same time is committed together, and each gets its own result", async () => {
  const { commit, batches } = recorder(100);
  const results = await Promise.all(works(50).map(commit));
  expect(results).toEqual(works(50).map(({ id }) => `result ${id}`));
  expect(batches).toHaveLength(1);
});

test("what comes while a batch is written gathers for the next one", async () => {
  const waiting: (() => void)[] = [];
  const { commit, batches } = recorder(100, () => new Promise((resolve) => waiting.push(resolve)));
  const [first, ...others] = works(30);
  const written = [first as Work, ...others].map(commit);
  await expect.poll(() => waiting.length).toBe(1);
  const late = works(20).map(({ id }) => commit({ id: 100 + id, keys: [`late ${id}`] }));
  waiting[0]?.();
  await expect.poll(() => waiting.length).toBe(2);
  waiting[1]?.();
  await Promise.all([...written, ...late]);
  expect(batches.map((batch) => batch.length)).toEqual([30, 20]);
});

test("what one turn of the event loop brings is one batch, and the next turn begins another", async () => {
  const { commit, batches } = recorder(100);
  const [first, second, third] = works(3) as [Work, Work, Work];
  const all = [commit(first)];
  await Promise.resolve();
  all.push(commit(second));
  await new Promise(setImmediate);
  all.push(commit(third));
  await Promise.all(all);
  expect(batches.map((batch) => batch.length)).toEqual([2, 1]);
});

test("a faulty one is refused, and all others in its company are committed", async () => {
  const { commit, batches } = recorder(100);
  const all = works(10).map((work) => ({ ...work, isFaulty: work.id === 4 }));
  const settled = await Promise.allSettled(all.map(commit));
  expect(settled.map(({ status }) => status === "fulfilled")).toEqual(all.map(({ isFaulty }) => !isFaulty));
  expect(batches.flat().map(({ id }) => id)).toEqual([0, 1, 2, 3, 5, 6, 7, 8, 9]);
});

test("whatever comes: each once, never two of one key in a batch, those of one key in their order, no batch too large", async () => {
  const anyWork = fc.record({
    keys: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: 1, maxLength: 3 }),
    isFaulty: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyWork, { maxLength: 30 }), fc.integer({ min: 1, max: 8 }), async (given, most) => {
      const { commit, batches } = recorder(most);
      const all = given.map((work, id) => ({ id, ...work }));
      const settled = await Promise.allSettled(all.map(commit));
      expect(settled.map(({ status }) => status === "fulfilled")).toEqual(all.map(({ isFaulty }) => !isFaulty));
      const done = batches.flat();
      expect(done.map(({ id }) => id).sort((a, b) => a - b)).toEqual(all.flatMap((w) => (w.isFaulty ? [] : [w.id])));
      for (const batch of batches) {
        expect(batch.length).toBeLessThanOrEqual(most);
        const keys = batch.flatMap((work) => work.keys);
        expect(new Set(keys).size).toBe(keys.length);
      }
      for (const key of ["a", "b", "c", "d", "e", "f"]) {
        const ids = done.filter(({ keys }) => keys.includes(key)).map(({ id }) => id);
        expect(ids).toEqual([...ids].sort((a, b) => a - b));
      }
    }),
    { numRuns: 200 },
  );
});
