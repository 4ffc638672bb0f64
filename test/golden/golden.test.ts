import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, type Program, printDocument, readFlowFile, writeFlow } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";

const here = dirname(fileURLToPath(import.meta.url));
const flowsFolder = join(here, "../../flows");
const update = process.env["UPDATE_GOLDEN"] === "1";
const names = readdirSync(flowsFolder)
  .filter((file) => file.endsWith(".json") && !file.endsWith(".test.json"))
  .map((file) => basename(file, ".json"));

describe.each(names)("flows/%s", (name) => {
  const source = readFileSync(join(flowsFolder, `${name}.json`), "utf8");
  const read = readFlowFile(source);

  it("is a flow file in canonical form", () => {
    expect(read).toHaveProperty("flow");
    if ("flow" in read) expect(writeFlow(read.flow)).toBe(source);
  });

  it("compiles without a word", () => {
    expect("flow" in read && compile(read.flow).diagnostics).toEqual([]);
  });

  it("makes the documents in test/golden, no more and no fewer", () => {
    const program = "flow" in read ? compile(read.flow).program : undefined;
    expect(program).toBeDefined();
    if (program === undefined) return;
    const folder = join(here, name);
    const made = new Map(Object.keys(program.handlers).map((document) => [`${document}.ozml`, printDocument(program as Program, document)]));
    if (update) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      for (const [file, text] of made) writeFileSync(join(folder, file), text);
    }
    expect(existsSync(folder) ? readdirSync(folder).sort() : []).toEqual([...made.keys()].sort());
    for (const [file, text] of made) expect(readFileSync(join(folder, file), "utf8"), file).toBe(text);
  });
});

it("no golden folder is left over from a flow that is gone", () => {
  const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual([...names].sort());
});
