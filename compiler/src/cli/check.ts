import { Command } from "commander";
import { review } from "../review.ts";
import { command, type LibraryOption, libraryOption, openFlow, printDiagnostic, printJson } from "./flow-file.ts";
import { extensionsOption, type KnownOptions, knownBy, soundsOption } from "./known-options.ts";

export const checkCommand = new Command("check")
  .description("Say what is wrong with a flow; exit code 1 when there are errors")
  .argument("<flow>", "a flow file")
  .option(...libraryOption)
  .option(...soundsOption)
  .option(...extensionsOption)
  .option("--json", "print the diagnostics as JSON")
  .action(
    command(async (path: string, options: LibraryOption & KnownOptions & { json?: true }) => {
      const read = await openFlow(path, options);
      const { diagnostics } = "flow" in read ? review(read.flow, await knownBy(options)) : read;
      const errors = diagnostics.filter((one) => one.severity === "error").length;
      if (options.json) printJson({ ok: errors === 0, diagnostics });
      else if (diagnostics.length === 0) console.log(`${path}: nothing to report`);
      else console.log(diagnostics.map(printDiagnostic).join("\n"));
      if (errors > 0) process.exitCode = 1;
    }),
  );
