import { Command, InvalidArgumentError } from "commander";
import { type Coverage, percentOf, totalOf } from "../flow-tests/coverage.ts";
import { CommandError, command, type LibraryOption, libraryOption, printJson } from "./flow-file.ts";
import { writeTextFile } from "./folder.ts";
import { writeJunit } from "./junit.ts";
import { printCoverage, printReport, printTotal } from "./print-tests.ts";
import { findTestFiles } from "./test-files.ts";
import { type FlowReport, isClean, testFlow } from "./test-flow.ts";

interface Options extends LibraryOption {
  readonly junit?: string;
  readonly coverage?: true;
  readonly minCoverage?: number;
  readonly random?: number;
  readonly seed: number;
  readonly json?: true;
}

export const testCommand = new Command("test")
  .description("Play the tests beside flows (NAME.test.json); exit code 1 when one fails")
  .argument("[path]", "a folder with everything in it, a flow, or a file of tests", ".")
  .option(...libraryOption)
  .option("--coverage", "say which steps, ways out and lines no call of the tests came by")
  .option("--min-coverage <percent>", "fail when fewer lines than this are covered in some flow", percent)
  .option("--random <calls>", 'also play so many calls made by chance against what is "always" to hold', count)
  .option("--seed <number>", "what chance is made of; another seed, other calls", count, 1)
  .option("--junit <file>", "write the results as JUnit XML")
  .option("--json", "print the results as JSON")
  .action(
    command(async (path: string, options: Options) => {
      const found = await findTestFiles(path);
      if (found.every(({ tests }) => tests === undefined))
        throw new CommandError(`${path} has no tests: put them into NAME.test.json beside a flow NAME.json.`);
      const reports: FlowReport[] = [];
      for (const one of found)
        reports.push(await testFlow(one, { ...options, calls: options.random ?? 0, seed: options.seed }));
      const tooLittle = reports.filter((one) => isTooLittle(one.coverage, options.minCoverage));
      if (options.junit !== undefined) await writeTextFile(options.junit, writeJunit(reports));
      if (options.json) {
        const coverage = totalOf(reports.flatMap((one) => one.coverage ?? []));
        printJson({ ok: reports.every(isClean) && tooLittle.length === 0, flows: reports, coverage });
      } else {
        const isShown = options.coverage === true || options.minCoverage !== undefined;
        for (const report of reports) {
          console.log(printReport(report));
          if (isShown && report.coverage !== undefined) console.log(printCoverage(report.coverage));
        }
        console.log(printTotal(reports, isShown));
        for (const { flow } of tooLittle)
          console.error(`${flow}: fewer than ${options.minCoverage} % of its lines are covered.`);
      }
      if (tooLittle.length > 0 || !reports.every(isClean)) process.exitCode = 1;
    }),
  );

function isTooLittle(coverage: Coverage | undefined, least: number | undefined): boolean {
  return coverage !== undefined && least !== undefined && percentOf(coverage.edges) < least;
}

function percent(text: string): number {
  const number = Number(text);
  if (text.trim() === "" || !(number >= 0 && number <= 100))
    throw new InvalidArgumentError("Give a number from 0 to 100.");
  return number;
}

function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Give a whole number such as 1000.");
  return Number(text);
}
