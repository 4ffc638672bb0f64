import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { CommandError } from "./flow-file.ts";

/**
 * Runs a program of the server and ends as it does. The server is a package of its own, which the compiler does not depend
 * on, so it is looked for where we are installed.
 */
export async function runServerProgram(name: string, parameters: readonly string[] = []): Promise<void> {
  let launcher: string;
  try {
    launcher = createRequire(import.meta.url).resolve(`@ozflow/server/bin/${name}.js`);
  } catch {
    throw new CommandError("The OzFlow server is not installed here: run npm install in the OzFlow folder.");
  }
  const running = spawn(process.execPath, [launcher, ...parameters], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => running.kill(signal));
  process.exitCode = await new Promise<number>((resolve) => running.on("exit", (code) => resolve(code ?? 1)));
}
