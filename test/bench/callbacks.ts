import { readdirSync, readFileSync } from "node:fs";
import { compile, type Flow, measure, readFlowFile } from "@ozflow/compiler";
import { largeFlow } from "../support/large-flow.ts";
import { print } from "./figure.ts";

const flowsFolder = new URL("../../flows/", import.meta.url);

/** Callbacks in a call, over likely callers, against one callback for each question. */
export function bench(): void {
  const ratios: Ratio[] = [];
  for (const file of readdirSync(flowsFolder).filter((name) => /^[a-z-]+\.json$/.test(name))) {
    const read = readFlowFile(readFileSync(new URL(file, flowsFolder), "utf8"));
    if ("flow" in read) ratios.push(figure(file.replace(".json", ""), read.flow, "lean"));
  }
  const mean = (of: readonly Ratio[]) => of.reduce((sum, one) => sum + one.ratio, 0) / of.length;
  const told = { unit: "callbacks/wait", baseline: 1 };
  print({ name: "callbacks lean example flows, mean of ratios vs one per wait", value: mean(ratios), ...told });
  // A call begins with a request. Where callers are asked nothing that is the only one, and none can be spared.
  const sparing = ratios.filter(({ onePerWait }) => onePerWait > 1);
  print({
    name: "callbacks lean example flows that ask, mean of ratios vs one per wait",
    value: mean(sparing),
    ...told,
  });
  for (const steps of [10, 100, 1000]) {
    figure(`generated-${steps}`, largeFlow(steps), "lean");
    figure(`generated-${steps}`, largeFlow(steps), "branches");
  }
}

interface Ratio {
  readonly onePerWait: number;
  readonly ratio: number;
}

function figure(name: string, flow: Flow, trace: "lean" | "branches"): Ratio {
  const { program } = compile(flow, { trace });
  if (program === undefined) throw new Error(`${name} does not compile`);
  const { callbacks, onePerWait } = measure(flow, program, 1000);
  print({
    name: `callbacks ${trace} ${name} vs one per wait`,
    value: callbacks.mean,
    unit: "callbacks/call",
    baseline: onePerWait,
  });
  return { onePerWait, ratio: callbacks.mean / onePerWait };
}
