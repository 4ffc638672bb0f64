import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { CommandError } from "./flow-file.ts";

/** A flow and the file of its tests; `tests` is absent when there is none. */
export interface TestedFile {
  readonly flow: string;
  readonly tests?: string;
}

/**
 * The flows of a folder and all that is in it (but for hidden folders and `node_modules`), in the order of their names;
 * or the one that is named itself or by its tests. Throws {@link CommandError} when nothing is there.
 */
export async function findTestFiles(path: string): Promise<readonly TestedFile[]> {
  const kind = await stat(path).catch(() => undefined);
  if (kind === undefined) throw new CommandError(`${path} cannot be read: is the name right?`);
  if (!kind.isDirectory()) {
    const flow = path.replace(/(\.test)?\.json$/, ".json");
    const tests = flow.replace(/\.json$/, ".test.json");
    if (!(await isFile(tests))) throw new CommandError(`${flow} has no tests: put them into ${tests}.`);
    return [{ flow, tests }];
  }
  const files = new Set(await jsonFilesIn(path));
  const testFiles = [...files].filter((one) => one.endsWith(".test.json"));
  const tested = new Set(testFiles.map(flowOfTests));
  const others = [...files].filter((one) => !one.endsWith(".test.json") && !tested.has(one));
  const untested: string[] = [];
  for (const one of others) if (await looksLikeFlow(one)) untested.push(one);
  return [
    ...testFiles.map((tests) => ({ flow: flowOfTests(tests), tests })),
    ...untested.map((flow) => ({ flow })),
  ].sort((a, b) => (a.flow < b.flow ? -1 : 1));
}

function flowOfTests(path: string): string {
  return path.replace(/\.test\.json$/, ".json");
}

async function jsonFilesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules" && !entry.name.startsWith("."))
      found.push(...(await jsonFilesIn(path)));
    else if (entry.isFile() && entry.name.endsWith(".json")) found.push(path);
  }
  return found;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}

/** Other JSON files lie about; only what says it is a flow counts as one without tests. */
async function looksLikeFlow(path: string): Promise<boolean> {
  try {
    const json: unknown = JSON.parse(await readFile(path, "utf8"));
    return json !== null && typeof json === "object" && "formatVersion" in json && "steps" in json && "edges" in json;
  } catch {
    return false;
  }
}
