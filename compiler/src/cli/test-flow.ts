import { dirname, resolve } from "node:path";
import { type Coverage, coverageOf } from "../flow-tests/coverage.ts";
import { openTestedFlow, playTest, type TestRun } from "../flow-tests/play-test.ts";
import { type FlowTests, flowTestsSchema, type TestCall } from "../flow-tests/test-file.ts";
import { rowsOfTable } from "../flow-tests/test-table.ts";
import { type AlwaysRun, tryAlways } from "../flow-tests/try-always.ts";
import { CommandError, type LibraryOption, openFlow, printDiagnostic } from "./flow-file.ts";
import { readJsonFile } from "./json-file.ts";
import { tableInFile } from "./table-options.ts";
import type { TestedFile } from "./test-files.ts";
import { writeTrial } from "./trial-options.ts";

/** What came of the tests of one flow. */
export interface FlowReport {
  readonly flow: string;
  /** Why no test was played: the flow or the file of its tests has errors. */
  readonly faults: readonly string[];
  readonly tests: readonly (TestRun & { readonly tookMs: number })[];
  /** Absent: the flow could not be read. */
  readonly coverage?: Coverage;
  /** Calls made by chance; absent when none were asked for, or the file says nothing of what is always to hold. */
  readonly random?: { readonly calls: number; readonly tookMs: number; readonly broken?: BrokenBy };
}

/** A call that breaks what is always to hold, and the command that plays it. */
export type BrokenBy = Omit<TestRun, "name"> & { readonly command: string };

/** Plays the tests of a flow, and so many calls made by chance when its tests say what is always to hold. */
export async function testFlow(
  { flow: path, tests: testsPath }: TestedFile,
  { calls, seed, ...options }: LibraryOption & { readonly calls: number; readonly seed: number },
): Promise<FlowReport> {
  const nothing = { flow: path, tests: [] };
  try {
    const read = await openFlow(path, options);
    if ("diagnostics" in read) return { ...nothing, faults: read.diagnostics.map(printDiagnostic) };
    const flow = openTestedFlow(read.flow);
    if ("diagnostics" in flow) return { ...nothing, faults: flow.diagnostics.map(printDiagnostic) };
    if (testsPath === undefined) return { ...nothing, faults: [], coverage: coverageOf(flow.linked, []) };
    const file = await withTables(await readJsonFile(testsPath, flowTestsSchema), dirname(testsPath));
    const tests = file.tests.map((test) => {
      const began = performance.now();
      const run = playTest(flow, test);
      return { ...run, tookMs: performance.now() - began };
    });
    const began = performance.now();
    const always = calls > 0 && file.always !== undefined ? tryAlways(flow, file.always, calls, seed) : undefined;
    const coverage = coverageOf(flow.linked, [...tests, ...(always?.runs ?? [])]);
    const random =
      always === undefined
        ? {}
        : { random: randomReport(always, performance.now() - began, path, file.always?.call?.given) };
    return { flow: path, faults: [], tests, coverage, ...random };
  } catch (error) {
    if (error instanceof CommandError) return { ...nothing, faults: [error.message] };
    throw error;
  }
}

/** The tests with the rows of the CSV files that they name, which lie in the folder. */
async function withTables({ tests, always, ...rest }: FlowTests, folder: string): Promise<FlowTests> {
  const read = async <Call extends Pick<TestCall, "tables">>(call: Call): Promise<Call> => {
    if (call.tables === undefined) return call;
    const tables = Object.entries(call.tables).map(async ([id, table]) => {
      if (!("file" in table)) return [id, table] as const;
      return [id, rowsOfTable(await tableInFile(resolve(folder, table.file), table.key))] as const;
    });
    return { ...call, tables: Object.fromEntries(await Promise.all(tables)) };
  };
  return {
    ...rest,
    tests: await Promise.all(tests.map(async (test) => ({ ...test, call: await read(test.call) }))),
    ...(always === undefined ? {} : { always: { ...always, call: await read(always.call ?? {}) } }),
  };
}

export function isClean({ faults, tests, random }: FlowReport): boolean {
  return faults.length === 0 && tests.every(({ failures }) => failures.length === 0) && random?.broken === undefined;
}

function randomReport(
  { calls, broken }: AlwaysRun,
  tookMs: number,
  path: string,
  given: Readonly<Record<string, string>> = {},
): NonNullable<FlowReport["random"]> {
  if (broken === undefined) return { calls, tookMs };
  const command = ["ozflow run", path, ...writeTrial(broken.trial, given)].join(" ");
  return { calls, tookMs, broken: { ...broken.run, command } };
}
