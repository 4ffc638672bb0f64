import { Command } from "commander";
import { command, compileFile, printDiagnostic, printJson } from "./flow-file.ts";

export const checkCommand = new Command("check")
  .description("Say what is wrong with a flow; exit code 1 when there are errors")
  .argument("<flow>", "a flow file")
  .option("--json", "print the diagnostics as JSON")
  .action(
    command(async (path: string, options: { json?: true }) => {
      const { diagnostics } = await compileFile(path);
      const errors = diagnostics.filter((one) => one.severity === "error").length;
      if (options.json) printJson({ ok: errors === 0, diagnostics });
      else if (diagnostics.length === 0) console.log(`${path}: nothing to report`);
      else console.log(diagnostics.map(printDiagnostic).join("\n"));
      if (errors > 0) process.exitCode = 1;
    }),
  );
