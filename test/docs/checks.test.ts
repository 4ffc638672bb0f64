import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { provables } from "../../compiler/src/proofs/prove.ts";
import { rules } from "../../compiler/src/rules/index.ts";

const page = readFileSync(new URL("../../docs/checks.md", import.meta.url), "utf8");
const listed = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);

/** Told of fields of steps: on the help pages of those. */
const ofFields = new Set(["field-invalid"]);

describe("docs/checks.md", () => {
  it("has every rule and every claim", () => {
    for (const { code } of [...rules, ...provables]) if (!ofFields.has(code)) expect(listed).toContain(code);
  });

  it("has each once", () => {
    expect(new Set(listed).size).toBe(listed.length);
  });

  it("says what watches over each thing that can go wrong, and a test plants it", () => {
    const [, table = ""] = page.split("## What can go wrong");
    const codes = [...table.matchAll(/`([a-z-]+)`/g)].map(([, code = ""]) => code);
    expect(codes.length).toBeGreaterThan(30);
    const tests = filesIn("../../test", /\.(test\.ts|expected\.json)$/)
      .filter((path) => !path.endsWith("checks.test.ts"))
      .map((path) => readFileSync(path, "utf8"))
      .join("\n");
    expect(codes.filter((code) => !tests.includes(`"${code}"`))).toEqual([]);
  });

  it("names no code that nothing tells of", () => {
    const text = ["rules", "proofs"].flatMap(textsIn).join("\n");
    for (const code of listed) expect(text).toContain(`"${code}"`);
  });
});

function textsIn(folder: string): readonly string[] {
  return filesIn(`../../compiler/src/${folder}`, /\.ts$/).map((path) => readFileSync(path, "utf8"));
}

function filesIn(folder: string, named: RegExp): readonly string[] {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  const files = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((file) => named.test(file));
  return files.map((file) => join(path, file));
}
