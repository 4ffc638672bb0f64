export interface GroupCommitOptions<Work, Result> {
  /** Does all of it in one transaction; rejects when nothing of it was done. */
  readonly commit: (works: readonly Work[]) => Promise<readonly Result[]>;
  /** Two works with a key in common never stand in one batch: the later one sees what the earlier one did. */
  readonly keysOf: (work: Work) => readonly string[];
  readonly most: number;
}

/**
 * Commits works that come about the same time together: while one batch is written, the next one gathers. A promise
 * resolves when its work is durable. What cannot be committed in company is tried alone, so that one faulty work harms
 * no other.
 */
export function createGroupCommit<Work, Result>(options: GroupCommitOptions<Work, Result>) {
  let waiting: Waiting<Work, Result>[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      // What this turn of the event loop brings as well is written with it.
      await new Promise(setImmediate);
      const { batch, rest } = takeBatch(waiting, options);
      waiting = rest;
      await write(batch, options.commit);
    }
    isWriting = false;
  }

  return (work: Work): Promise<Result> =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve, reject });
      if (!isWriting) void writeAll();
    });
}

interface Waiting<Work, Result> {
  readonly work: Work;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

function takeBatch<Work, Result>(
  waiting: readonly Waiting<Work, Result>[],
  { keysOf, most }: GroupCommitOptions<Work, Result>,
) {
  const batch: Waiting<Work, Result>[] = [];
  const rest: Waiting<Work, Result>[] = [];
  const taken = new Set<string>();
  for (const one of waiting) {
    const keys = keysOf(one.work);
    const fits = batch.length < most && !keys.some((key) => taken.has(key));
    // A work that has to wait keeps those behind it from overtaking.
    for (const key of keys) taken.add(key);
    (fits ? batch : rest).push(one);
  }
  return { batch, rest };
}

/** Never rejects. */
async function write<Work, Result>(
  batch: readonly Waiting<Work, Result>[],
  commit: GroupCommitOptions<Work, Result>["commit"],
): Promise<void> {
  try {
    const results = await commit(batch.map(({ work }) => work));
    // One result for each work, in their order.
    for (const [at, { resolve }] of batch.entries()) resolve(results[at] as Result);
  } catch (error) {
    if (batch.length === 1) batch[0]?.reject(error);
    else await Promise.all(batch.map((one) => write([one], commit)));
  }
}
