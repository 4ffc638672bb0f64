import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { databaseOf } from "./postgres.ts";

const launcher = fileURLToPath(new URL("../../server/bin/ozflow-server.js", import.meta.url));

/** The server as people start it: a process of its own. */
export interface Program {
  readonly url: string;
  readonly child: ChildProcess;
  /** Its exit code, once it is over. */
  readonly ended: Promise<number | null>;
}

/** Resolves when it says that it is ready; rejects with what it wrote when it ends before. */
export async function startProgram(
  environment: Readonly<Record<string, string>> & { readonly DATA_DIR: string },
): Promise<Program> {
  const database = await databaseOf(environment.DATA_DIR);
  const free = { PORT: "0", VIRTUAL_PBX_PORT: "0", PATH: process.env["PATH"] ?? "", ...database };
  const child = spawn(process.execPath, [launcher], { env: { ...free, ...environment } });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let written = "";
  const url = await new Promise<string>((resolve, reject) => {
    const read = (piece: Buffer) => {
      written += piece;
      const [, address] = /ready: (http:\S+)/.exec(written) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    ended.then((code) => reject(new Error(`the server ended with ${code}:\n${written}`)));
  });
  return { url, child, ended };
}
