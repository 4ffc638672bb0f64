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
import { fastestMs, measuredInTurns, print } from "./figure.ts";
import { growthOf } from "./growth.ts";

/** Compile time against the time xmlbuilder2 alone needs to print the same documents, and how it grows. */
export function bench(): void {
  for (const steps of [100, 1000]) {
    const flow = largeFlow(steps);
    print({
      name: `compile ${steps} steps vs xmlbuilder2 printing the same documents`,
      unit: "ms",
      ...measuredInTurns(() => compile(flow), printing(flow)),
    });
  }
  print({ name: "compile 10000 steps vs 1000 steps", unit: "ms", ...growthOf(compile) });
  print({
    name: "simulated calls on one core, pin-check",
    value: simulatedPerSecond(),
    unit: "calls/s",
    baseline: 5000,
  });
}

/** Prints what the flow compiles to. */
function printing(flow: Flow): () => void {
  const { program } = compile(flow);
  if (program === undefined) throw new Error("the flow does not compile");
  const roots = serveAll(program).flatMap(({ xml }) => readOzml(xml).root ?? []);
  return () => {
    for (const root of roots) {
      const document = create({ version: "1.0", encoding: "UTF-8" });
      add(document, root);
      document.end({ prettyPrint: true });
    }
  };
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
