import { type Flow, readFlow } from "@ozflow/compiler";
import { z } from "zod";

/** Unsaved work, kept in the browser so that a crash or a reload loses nothing. */
export interface Draft {
  /** The saved version it was drawn on. */
  readonly version: number;
  readonly flow: Flow;
}

/** What the browser keeps of one flow that is open in one tab. */
export interface Drafts {
  /** What this tab left; else the newest that another tab left and never saved. */
  read(): Promise<Draft | undefined>;
  /** Is written as soon as there is time. Until then, and while another one is written, only the newest waits. */
  keep(draft: Draft): void;
  forget(): void;
  /** Resolves when nothing waits to be written. */
  settled(): Promise<void>;
}

/** The part of a database of the browser that is used. */
export interface KeyValueStore {
  keys(): Promise<readonly string[]>;
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
}

interface Whose {
  /** Of the person and the flow: work of somebody else on this computer is not shown. */
  readonly user: string;
  readonly flowId: string;
  /** Stays the same when the tab is loaded again. */
  readonly tab: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves when there is time to write; absent: there always is. */
  timeToWrite?(): Promise<void>;
  /** The browser has no room or forbids keeping anything: only saving keeps the work. */
  whenNotKept(): void;
}

const keptSchema = z.object({
  version: z.number(),
  at: z.number(),
  flow: z.looseObject({ steps: z.array(z.unknown()) }),
});

type Kept = Draft & { readonly at: number };

export function createDrafts(
  storage: KeyValueStore,
  { user, flowId, tab, now, timeToWrite, whenNotKept }: Whose,
): Drafts {
  const prefix = `${user}/${flowId}/`;
  const own = prefix + tab;
  /** Where what was read came from: once that is saved, it is forgotten there too. */
  let readFrom = own;
  /** Null: forget. */
  let next: Kept | null | undefined;
  let writing: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    while (next !== undefined) {
      await timeToWrite?.();
      const what = next;
      next = undefined;
      try {
        if (what !== null) await storage.set(own, what);
        else await Promise.all([storage.del(own), storage.del(readFrom)]);
      } catch {
        whenNotKept();
      }
    }
    writing = undefined;
  }
  const write = (what: Kept | null) => {
    next = what;
    writing ??= writeAll();
  };

  return {
    async read() {
      try {
        const keys = (await storage.keys()).filter((key) => key.startsWith(prefix));
        const found = await Promise.all(keys.map(async (key) => ({ key, kept: asKept(await storage.get(key)) })));
        const all = found.flatMap(({ key, kept }) => (kept === undefined ? [] : [{ key, kept }]));
        const newest = all.toSorted((a, b) => b.kept.at - a.kept.at)[0];
        const chosen = all.find(({ key }) => key === own) ?? newest;
        if (chosen === undefined) return undefined;
        readFrom = chosen.key;
        return { version: chosen.kept.version, flow: chosen.kept.flow };
      } catch {
        // A browser that keeps nothing has nothing to restore.
        whenNotKept();
        return undefined;
      }
    },
    keep: (draft) => write({ ...draft, at: now() }),
    forget: () => write(null),
    settled: async () => await writing,
  };
}

/** Undefined: not what we wrote. */
function asKept(value: unknown): Kept | undefined {
  const parsed = keptSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { version, at, flow } = parsed.data;
  const read = readFlow(flow);
  // A half-typed field is refused by the file schema but is work all the same: the editor wrote this shape itself.
  return { version, at, flow: "flow" in read ? read.flow : (flow as unknown as Flow) };
}
