import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { Command } from "commander";
import { CommandError, command } from "./flow-file.ts";

/** The server is a program of its own: the compiler does not depend on it, so it is looked for where we are installed. */
export const serveCommand = new Command("serve")
  .description("Start the OzFlow server (settings come from the environment, see the README)")
  .action(
    command(async () => {
      let launcher: string;
      try {
        launcher = createRequire(import.meta.url).resolve("@ozflow/server/bin/ozflow-server.js");
      } catch {
        throw new CommandError("The OzFlow server is not installed here: run npm install in the OzFlow folder.");
      }
      const server = spawn(process.execPath, [launcher], { stdio: "inherit" });
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
      process.exitCode = await new Promise<number>((resolve) => server.on("exit", (code) => resolve(code ?? 1)));
    }),
  );
