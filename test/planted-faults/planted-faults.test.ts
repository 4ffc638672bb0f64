import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  applyEdits,
  compile,
  createAnswerer,
  type Flow,
  readFlowFile,
  review,
  simulated,
  simulateProgram,
} from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { printExpected, withoutWords } from "../support/print-expected.ts";

/**
 * Flows as people draw them. In `planted-faults` each has one fault of a kind that authors of such flows complain about,
 * and beside it all that is said about it; in `sound-flows` there is nothing to say. `UPDATE_BROKEN=1` writes the
 * expectations anew: read the difference as the author of the flow would.
 */
const faulty = fileURLToPath(new URL(".", import.meta.url));
const sound = fileURLToPath(new URL("../sound-flows", import.meta.url));
const update = process.env["UPDATE_BROKEN"] === "1";
const flowsIn = (folder: string) =>
  readdirSync(folder).filter((file) => file.endsWith(".json") && !file.endsWith(".expected.json"));
const flowOf = (folder: string, file: string): Flow => {
  const read = readFlowFile(readFileSync(join(folder, file), "utf8"));
  if (!("flow" in read)) throw new Error(`${file} is no flow: ${JSON.stringify(read.diagnostics)}`);
  return read.flow;
};

it("there are enough of both to say something", () => {
  expect(flowsIn(faulty).length).toBeGreaterThanOrEqual(60);
  expect(flowsIn(sound).length).toBeGreaterThanOrEqual(20);
});

describe("one planted fault", () => {
  it.each(flowsIn(faulty))("%s is found, and told once", (file) => {
    const flow = flowOf(faulty, file);
    // Calls that show a fault are held to it below; here they would only be long.
    const { diagnostics } = review(flow);
    const found = diagnostics.map(({ call: _call, ...one }) => one);
    const expected = join(faulty, `${basename(file, ".json")}.expected.json`);
    if (update) writeFileSync(expected, printExpected(withoutWords(found)));
    expect(existsSync(expected), `${expected} is missing: UPDATE_BROKEN=1 writes it`).toBe(true);
    expect(withoutWords(found)).toEqual(JSON.parse(readFileSync(expected, "utf8")));
    expect(found).toHaveLength(1);
  });

  it.each(flowsIn(faulty))("%s is shown by its call, and gone when what is offered was done", (file) => {
    const flow = flowOf(faulty, file);
    const [found] = review(flow).diagnostics;
    const { program } = compile(flow);
    if (found?.call !== undefined) {
      if (program === undefined) throw new Error("a flow that can be played is a flow that compiles");
      const { events } = simulateProgram(createAnswerer(program), simulated(found.call)).transcript;
      expect(events.length).toBeGreaterThan(0);
    }
    if (found?.fix !== undefined) {
      const mended = review(applyEdits(flow, found.fix.edits)).diagnostics;
      expect(mended.filter(({ message }) => message === found.message)).toEqual([]);
    }
  });
});

it.each(flowsIn(sound))("%s: nothing is said about a sound flow, and it is proven", (file) => {
  const { diagnostics, claims } = review(flowOf(sound, file));
  expect(diagnostics).toEqual([]);
  expect(claims.filter(({ verdict }) => verdict === "refuted")).toEqual([]);
});
