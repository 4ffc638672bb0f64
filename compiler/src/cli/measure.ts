import { Command } from "commander";
import { check, compile } from "../compile.ts";
import { createAnswerer } from "../runtime/answer.ts";
import { type MeasuredOutcome, measureOutcomes } from "../simulate/measure-outcomes.ts";
import { command, faultyFile, flowOf, type LibraryOption, libraryOption, printJson } from "./flow-file.ts";
import { type KnownOptions, knownBy, soundsOption } from "./known-options.ts";
import { writeTrial } from "./trial-options.ts";

export const measureCommand = new Command("measure")
  .description("Say for every end of a flow how many keys, seconds and callbacks it takes to get there")
  .argument("<flow>", "a flow file")
  .option(...libraryOption)
  .option(...soundsOption)
  .option("--json", "print the ends, and the calls that come to them, as JSON")
  .action(
    command(async (path: string, options: LibraryOption & KnownOptions & { json?: true }) => {
      const flow = await flowOf(path, options);
      const { program, diagnostics } = compile(flow);
      if (program === undefined) throw faultyFile(path, diagnostics);
      const { audioSeconds } = await knownBy(options);
      const outcomes = measureOutcomes(check(flow).analysis, createAnswerer(program), audioSeconds);
      if (options.json) {
        printJson({ outcomes: outcomes.map((one) => ({ ...one, ...commandOf(one, path) })) });
        return;
      }
      const rows = outcomes.map(rowOf);
      const widths = headings.map((heading, column) =>
        Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
      );
      for (const row of [headings, ...rows])
        console.log(
          row
            .map((cell, column) => cell.padEnd(widths[column] ?? 0))
            .join("  ")
            .trimEnd(),
        );
    }),
  );

const headings = ["End", "How", "Keys", "Seconds", "At most", "Callbacks"];

function rowOf({ name, ends, shortest, worst, callbacks }: MeasuredOutcome): readonly string[] {
  const atMost = worst === undefined ? "no limit" : secondsOf(worst);
  if (shortest === undefined) return [name, ends, "no call found", "", atMost, ""];
  return [name, ends, String(shortest.keys), secondsOf(shortest), atMost, String(callbacks)];
}

function secondsOf({ seconds, open }: { readonly seconds: number; readonly open: readonly unknown[] }): string {
  return `${seconds} s${open.length === 0 ? "" : " and more"}`;
}

function commandOf({ shortest }: MeasuredOutcome, path: string): { readonly command?: string } {
  return shortest === undefined ? {} : { command: ["ozflow run", path, ...writeTrial(shortest.call)].join(" ") };
}
