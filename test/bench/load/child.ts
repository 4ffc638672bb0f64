import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Measured, Task } from "./client.ts";
import type { Used } from "./servers/started.ts";

/** A server in a process of its own. */
export interface Server {
  readonly port: number;
  /** What else it said when it was ready. */
  readonly told: Readonly<Record<string, string>>;
  used(): Promise<Used>;
  usedAfterCollection(): Promise<Used>;
  stop(): Promise<void>;
}

export async function startServer(
  name: string,
  given: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<Server> {
  const { nextLine, write, stop } = start(`servers/${name}.ts`, given, ["--expose-gc", ...flags]);
  const { port, ...told } = await nextLine();
  if (port === undefined) throw new Error(`${name} did not start`);
  const look = async (how: string) => {
    write(how);
    return (await nextLine()) as Used;
  };
  return { port, told, used: () => look("look"), usedAfterCollection: () => look("collect"), stop };
}

/** Asks servers, from a process of its own, one after the other. */
export interface Client {
  /** Rejects when a request fails. */
  ask(task: Task): Promise<Measured>;
  stop(): Promise<void>;
}

export function startClient(): Client {
  const { nextLine, write, stop } = start("client.ts", [], []);
  return {
    stop,
    async ask(task) {
      write(JSON.stringify(task));
      const measured = (await nextLine()) as Measured;
      if (measured.failed > 0) throw new Error(`${measured.failed} requests to ${task.url} failed`);
      return measured;
    },
  };
}

/** A process of ours that is written lines, and answers each with one of JSON. It ends when there are no more. */
function start(file: string, given: readonly string[], flags: readonly string[]) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [...flags, "--import", "tsx", path, ...given], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  return {
    nextLine: async () => JSON.parse((await lines.next()).value ?? "{}"),
    write: (line: string) => void child.stdin?.write(`${line}\n`),
    async stop() {
      const ended = once(child, "exit");
      child.stdin?.end();
      await ended;
    },
  };
}
