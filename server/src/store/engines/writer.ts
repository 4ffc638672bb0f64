import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** Rows that it must change, or nothing is done where several statements are run together. */
  readonly atLeast?: number | undefined;
}

/** What a statement did. */
export interface Done {
  readonly rows: readonly unknown[];
  readonly changes?: number;
  readonly insertId?: number | bigint;
}

/** What the thread is asked. */
export interface Asked {
  readonly id: number;
  readonly statements: readonly Statement[];
  /** In one transaction, all or none. */
  readonly together: boolean;
}

/** What it tells. */
export type Told =
  | { readonly id: number; readonly done: readonly Done[] }
  | { readonly id: number; readonly isDone: boolean }
  | { readonly id: number; readonly fault: { readonly message: string; readonly code?: string | undefined } };

/** What SQLite says is wrong. */
export class SqliteError extends Error {
  override readonly name = "SqliteError";
  /** As SQLite has it, such as SQLITE_FULL. */
  readonly code: string | undefined;
  constructor(message: string, code: string | undefined) {
    super(message);
    this.code = code;
  }
}

/** A database that a thread of its own holds open: whoever asks goes on meanwhile, also while it waits for the disk. */
export interface Writer {
  run(statement: Statement): Promise<Done>;
  /** Runs all of them in one transaction. False, and nothing is done, when one changes fewer rows than it must. */
  runTogether(statements: readonly Statement[]): Promise<boolean>;
  close(): Promise<void>;
}

const program = fileURLToPath(new URL("./writer-thread.js", import.meta.url));

export function openWriter(file: string): Writer {
  const thread = new Worker(program, { workerData: file, execArgv: [] });
  const waiting = new Map<number, (told: Told) => void>();
  let last = 0;
  // It answers faults of statements. If it ends all the same nothing can be stored, so this process ends, to be started again.
  thread.on("error", (error) => {
    throw error;
  });
  thread.on("message", (told: Told) => {
    waiting.get(told.id)?.(told);
    waiting.delete(told.id);
    if (waiting.size === 0) thread.unref();
  });
  thread.unref();

  async function ask(statements: readonly Statement[], together: boolean) {
    last += 1;
    const asked: Asked = { id: last, statements, together };
    // A process may end when nothing is under way.
    if (waiting.size === 0) thread.ref();
    const told = await new Promise<Told>((resolve) => {
      waiting.set(asked.id, resolve);
      thread.postMessage(asked);
    });
    if ("fault" in told) throw new SqliteError(told.fault.message, told.fault.code);
    return told;
  }

  return {
    async run(statement) {
      const told = await ask([statement], false);
      const [done = { rows: [] }] = "done" in told ? told.done : [];
      return done;
    },
    async runTogether(statements) {
      const told = await ask(statements, true);
      return "isDone" in told && told.isDone;
    },
    async close() {
      thread.ref();
      thread.postMessage("close");
      await once(thread, "exit");
    },
  };
}
