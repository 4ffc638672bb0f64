import { Command } from "commander";
import { command } from "./flow-file.ts";
import { runServerProgram } from "./server-program.ts";

export const serveCommand = new Command("serve")
  .description("Start the OzFlow server (settings come from the environment, see docs/configuration.md)")
  .action(command(() => runServerProgram("ozflow-server")));
