import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, emptyFlow, readFlowFile, review } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { printExpected, withoutWords } from "../support/print-expected.ts";

/**
 * One file per fault, named after it, and beside it everything that is said about it. What is no JSON ends in .txt.
 * `UPDATE_BROKEN=1` writes the expectations anew: read the difference as the author of a flow would read the sentences.
 */
const here = dirname(fileURLToPath(import.meta.url));
const update = process.env["UPDATE_BROKEN"] === "1";
const files = readdirSync(here);
const expectations = files.filter((file) => file.endsWith(".expected.json"));
const flows = files.filter((file) => /\.(json|txt)$/.test(file) && !file.endsWith(".expected.json"));

/** What the author of the file is told: by the reader, or else by the checks. */
function diagnosticsOf(text: string): readonly Diagnostic[] {
  const read = readFlowFile(text);
  return "flow" in read ? review(read.flow).diagnostics : read.diagnostics;
}

function expectedFile(file: string): string {
  return `${file.slice(0, -extname(file).length)}.expected.json`;
}

it.each(flows)("%s", (file) => {
  const found = diagnosticsOf(readFileSync(join(here, file), "utf8"));
  const expected = join(here, expectedFile(file));
  if (update) writeFileSync(expected, printExpected(withoutWords(found)));
  expect(existsSync(expected), `${expectedFile(file)} is missing: UPDATE_BROKEN=1 writes it`).toBe(true);
  expect(withoutWords(found)).toEqual(JSON.parse(readFileSync(expected, "utf8")));
  expect(found).not.toEqual([]);
});

it("every expectation has its flow", () => {
  const there = readdirSync(here).filter((file) => file.endsWith(".expected.json"));
  expect(there.sort()).toEqual(flows.map(expectedFile).sort());
});

/** Words of the schema library and of the expression language: no author should meet them. */
const borrowed =
  /Invalid (input[:.]|option|string)|Too (small|big)|expected .*, received|overload|Unexpected (token: |char)|Unknown variable/;

it.each(expectations)("%s: sentences are whole and speak to the author", (file) => {
  const diagnostics = JSON.parse(readFileSync(join(here, file), "utf8")) as readonly Diagnostic[];
  for (const { message } of diagnostics) {
    expect(message).toMatch(/\.$/);
    expect(message).not.toMatch(/undefined|\[object|NaN|null/);
    expect(message).not.toMatch(borrowed);
  }
});

describe("files too large or too deep to be kept beside this one", () => {
  const text = (change: object) => JSON.stringify({ ...emptyFlow("Broken"), ...change });
  const codes = (source: string) => diagnosticsOf(source).map((one) => one.code);

  it("33 MB of flow", () => {
    expect(withoutWords(diagnosticsOf(text({ name: "x".repeat(33_000_000) })))).toEqual([
      { code: "file-too-large", severity: "error", message: "The file is larger than any flow can be (32 MB)." },
    ]);
  });

  it("a list inside a list, 100,000 times", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(codes(deep)).toHaveLength(1);
    expect(codes(`{"formatVersion":1,"name":${deep}}`)).toContain("flow-file");
    const step = `{"id":"a","type":"say","label":"A","data":{"say":${deep}}}`;
    expect(codes(text({ steps: "STEP" }).replace('"STEP"', `[${step}]`))).toEqual(["step-data"]);
  });

  it("an expression inside an expression, 900 times", () => {
    const when = `${"(".repeat(900)}true${")".repeat(900)}`;
    const steps = [
      { id: "in", type: "incoming-call", label: "In", data: {} },
      { id: "who", type: "condition", label: "Who", data: { cases: [{ name: "yes", when }] } },
    ];
    const edges = [{ from: "in", port: "next", to: "who" }];
    expect(codes(text({ steps, edges }))).toContain("expression-invalid");
  });

  it("more steps than anybody draws", () => {
    const steps = Array.from({ length: 20_001 }, (_, index) => ({
      id: `s${index}`,
      type: "hang-up",
      label: "",
      data: {},
    }));
    expect(codes(text({ steps }))).toEqual(["flow-file"]);
  });
});
