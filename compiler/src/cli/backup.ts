import { Command } from "commander";
import { command } from "./flow-file.ts";
import { runServerProgram } from "./server-program.ts";

export const backupCommand = new Command("backup")
  .description("Write all that the server keeps into a file; it goes on meanwhile (see docs/backup.md)")
  .argument("<file>", "where to; nothing is overwritten")
  .action(command((file: string) => runServerProgram("ozflow-backup", ["backup", file])));

export const restoreCommand = new Command("restore")
  .description("Bring a backup back into an empty DATA_DIR or database")
  .argument("<file>", "a backup")
  .action(command((file: string) => runServerProgram("ozflow-backup", ["restore", file])));
