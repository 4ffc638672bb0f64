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
  const child = run(`servers/${name}.ts`, given, ["--expose-gc", ...flags]);
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  const nextLine = async () => JSON.parse((await lines.next()).value ?? "{}");
  const look = async (how: string) => {
    child.stdin?.write(`${how}\n`);
    return (await nextLine()) as Used;
  };
  const { port, ...told } = await nextLine();
  if (port === undefined) throw new Error(`${name} did not start`);
  return {
    port,
    told,
    used: () => look("look"),
    usedAfterCollection: () => look("collect"),
    async stop() {
      const ended = once(child, "exit");
      child.stdin?.end();
      await ended;
    },
  };
}

/** Has a second process ask. */
export async function askFromOutside(task: Task): Promise<Measured> {
  const child = run("client.ts", [JSON.stringify(task)], []);
  let said = "";
  child.stdout?.on("data", (piece) => {
    said += piece;
  });
  await once(child, "close");
  const measured = JSON.parse(said) as Measured;
  if (measured.failed > 0) throw new Error(`${measured.failed} requests to ${task.url} failed`);
  return measured;
}

function run(file: string, given: readonly string[], flags: readonly string[]): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return spawn(process.execPath, [...flags, "--import", "tsx", path, ...given], { stdio: ["pipe", "pipe", "inherit"] });
}
