import { Command } from "commander";
import { type CallChange, compareCalls } from "../compare/compare-calls.ts";
import { compareFlows } from "../compare/compare-flows.ts";
import { describeChanges } from "../compare/describe-changes.ts";
import { command, flowOf, type LibraryOption, libraryOption, printJson } from "./flow-file.ts";
import { writeTrial } from "./trial-options.ts";

export const diffCommand = new Command("diff")
  .description("Say what changed from one flow to another: in the drawing, and for callers, with calls that show it")
  .argument("<before>", "a flow file")
  .argument("<after>", "another version of it")
  .option(...libraryOption)
  .option("--json", "print the changes as JSON")
  .action(
    command(async (beforePath: string, afterPath: string, options: LibraryOption & { json?: true }) => {
      const [before, after] = [await flowOf(beforePath, options), await flowOf(afterPath, options)];
      const flow = compareFlows(before, after);
      const calls = compareCalls(before, after);
      if (options.json) return printJson({ flow, calls });
      if (flow.length === 0) return console.log("Nothing changed but, perhaps, where things lie.");
      const drawn = describeChanges(flow, before, after).map(({ message }) => `  ${message}`);
      const heard = calls.map((change) => printCallChange(change, beforePath, afterPath));
      const nothing = ["  Nothing was found that callers notice."];
      console.log(
        ["In the drawing", ...drawn, "", "For callers", ...(heard.length === 0 ? nothing : heard)].join("\n"),
      );
    }),
  );

function printCallChange({ sentence, call, instead }: CallChange, before: string, after: string): string {
  const run = (path: string, trial: CallChange["call"]) => ["ozflow run", path, ...writeTrial(trial)].join(" ");
  return [
    `  ${sentence.message}`,
    `      before: ${run(before, call)}`,
    `      after:  ${run(after, instead ?? call)}`,
  ].join("\n");
}
