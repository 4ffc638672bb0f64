import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Mutant, mutants } from "./mutants.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** Inside node_modules, where packages are found and git does not look. */
const nest = join(root, "node_modules/.cache/ozflow-mutants");

const clean = () => rmSync(nest, { recursive: true, force: true });
beforeAll(clean);
afterAll(clean, 60_000);

describe("faults planted in the compiler", () => {
  it("are at least thirty, each with a name of its own", () => {
    expect(mutants.length).toBeGreaterThanOrEqual(30);
    expect(new Set(mutants.map((one) => one.name)).size).toBe(mutants.length);
  });

  it("are none in the compiler itself: the hunt finds nothing in a copy without a fault", async () => {
    expect(await hunt(plant("unchanged"))).toBe("");
  }, 300_000);

  it("are all noticed", async () => {
    const survivors: string[] = [];
    const waiting = mutants.map((mutant, index) => ({ mutant, folder: plant(`mutant-${index}`, mutant) }));
    const hunter = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        if ((await hunt(next.folder)) === "") survivors.push(next.mutant.name);
      }
    };
    await Promise.all([hunter(), hunter()]);
    expect(survivors).toEqual([]);
  }, 600_000);
});

/** A copy of the compiler, with the fault in it; the folder of its sources. */
function plant(name: string, mutant?: Mutant): string {
  const folder = join(nest, name);
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, "compiler/src"), join(folder, "src"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  if (mutant !== undefined) {
    const path = join(folder, "src", mutant.file);
    const source = readFileSync(path, "utf8");
    expect(source, `the mutant "${mutant.name}" no longer fits ${mutant.file}`).toContain(mutant.find);
    writeFileSync(
      path,
      source.replace(mutant.find, () => mutant.replace),
    );
  }
  return join(folder, "src");
}

/** What gave the mutant away; one that runs away with memory or time is noticed too. */
async function hunt(folder: string): Promise<string> {
  const limits = { cwd: root, timeout: 60_000 };
  const command = ["--max-old-space-size=700", "--import", "tsx", join(root, "test/mutants/hunt.ts"), folder];
  try {
    return (await promisify(execFile)(process.execPath, command, limits)).stdout.trim();
  } catch (error) {
    return `it runs away: ${error instanceof Error ? error.message.slice(0, 200) : error}`;
  }
}
