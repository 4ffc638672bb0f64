import { Command } from "commander";
import { backupCommand, restoreCommand } from "./backup.ts";
import { checkCommand } from "./check.ts";
import { compileCommand } from "./compile.ts";
import { diffCommand } from "./diff.ts";
import { importCommand } from "./import.ts";
import { measureCommand } from "./measure.ts";
import { proveCommand } from "./prove.ts";
import { runCommand } from "./run.ts";
import { schemaCommand } from "./schema.ts";
import { serveCommand } from "./serve.ts";
import { testCommand } from "./test.ts";

const program = new Command("ozflow")
  .description("Compile, check and try OzFlow call flows")
  .showHelpAfterError()
  .addCommand(checkCommand)
  .addCommand(compileCommand)
  .addCommand(diffCommand)
  .addCommand(importCommand)
  .addCommand(measureCommand)
  .addCommand(proveCommand)
  .addCommand(runCommand)
  .addCommand(schemaCommand)
  .addCommand(testCommand)
  .addCommand(serveCommand)
  .addCommand(backupCommand)
  .addCommand(restoreCommand);

await program.parseAsync();
