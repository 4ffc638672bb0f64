import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Hunter } from "./hunter.ts";
import { type Mutant, mutants } from "./mutants.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** Inside node_modules, where packages are found and git does not look. */
const nest = join(root, "node_modules/.cache/ozflow-mutants");

/** Milliseconds that nothing on a machine takes that still goes on. */
const longest = 600_000;
/** For one mutant: five times what a hunt through everything takes, here and now. */
let patienceMs = longest;

const clean = () => rmSync(nest, { recursive: true, force: true });
beforeAll(clean);
afterAll(clean, 60_000);

describe("faults planted in the compiler", () => {
  it("are at least thirty, each with a name of its own", () => {
    expect(mutants.length).toBeGreaterThanOrEqual(30);
    expect(new Set(mutants.map((one) => one.name)).size).toBe(mutants.length);
  });

  it("are none in the compiler itself: the hunt finds nothing in a copy without a fault", {
    timeout: longest,
  }, async () => {
    const hunter = new Hunter(root);
    const began = performance.now();
    expect(await hunter.hunt(plant("unchanged"), longest)).toBe("");
    patienceMs = 5 * (performance.now() - began);
    hunter.stop();
  });

  it("are all noticed", { timeout: 4 * longest }, async () => {
    const survivors: string[] = [];
    const waiting = mutants.map((mutant, index) => ({ mutant, folder: plant(`mutant-${index}`, mutant) }));
    const hunt = async () => {
      const hunter = new Hunter(root);
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        if ((await hunter.hunt(next.folder, patienceMs)) === "") survivors.push(next.mutant.name);
      }
      hunter.stop();
    };
    await Promise.all([hunt(), hunt()]);
    expect(survivors).toEqual([]);
  });
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
