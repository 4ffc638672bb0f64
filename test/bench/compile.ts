import { readFileSync } from "node:fs";
import {
  compile,
  createAnswerer,
  type Flow,
  type OzmlElement,
  parseCallerScript,
  readFlowFile,
  readOzml,
  simulateProgram,
} from "@ozflow/compiler";
import { create } from "xmlbuilder2";
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";
import { largeFlow } from "../support/large-flow.ts";
import { serveAll } from "../support/served-documents.ts";
import { fastestMs, print } from "./figure.ts";

/** Compile time against the time xmlbuilder2 alone needs to print the same documents, and how it grows. */
export function bench(): void {
  const times = new Map<number, number>();
  for (const steps of [100, 1000, 10_000]) {
    const flow = largeFlow(steps);
    const compileMs = fastestMs(() => compile(flow), steps < 10_000 ? 5 : 2);
    times.set(steps, compileMs);
    if (steps < 10_000) {
      print({
        name: `compile ${steps} steps vs xmlbuilder2 printing the same documents`,
        value: compileMs,
        unit: "ms",
        baseline: printingMs(flow),
      });
    }
  }
  print({
    name: "compile 10000 steps vs 1000 steps",
    value: times.get(10_000) ?? 0,
    unit: "ms",
    baseline: times.get(1000) ?? 0,
  });
  print({
    name: "simulated calls on one core, pin-check",
    value: simulatedPerSecond(),
    unit: "calls/s",
    baseline: 5000,
  });
}

function printingMs(flow: Flow): number {
  const { program } = compile(flow);
  if (program === undefined) throw new Error("the flow does not compile");
  const roots = serveAll(program).flatMap(({ xml }) => readOzml(xml).root ?? []);
  return fastestMs(() => {
    for (const root of roots) {
      const document = create({ version: "1.0", encoding: "UTF-8" });
      add(document, root);
      document.end({ prettyPrint: true });
    }
  });
}

function add(parent: XMLBuilder, element: OzmlElement): void {
  const node = parent.ele(element.name, Object.fromEntries(element.attributes.map((one) => [one.name, one.value])));
  if (element.children.length === 0 && element.text.trim() !== "") node.txt(element.text);
  for (const child of element.children) add(node, child);
}

function simulatedPerSecond(): number {
  const read = readFlowFile(readFileSync(new URL("../../flows/pin-check.json", import.meta.url), "utf8"));
  const program = "flow" in read ? compile(read.flow).program : undefined;
  const script = parseCallerScript("9999,1234,1");
  if (program === undefined || "fault" in script) throw new Error("pin-check does not compile");
  const answerer = createAnswerer(program);
  const calls = 2000;
  const ms = fastestMs(() => {
    for (let call = 0; call < calls; call += 1)
      simulateProgram(answerer, { entry: "incoming-call", caller: script.script });
  });
  return (calls * 1000) / ms;
}
