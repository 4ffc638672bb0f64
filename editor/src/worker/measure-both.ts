import { compile, type Flow, type Measures, measure } from "@ozflow/compiler";
import type { Cost, Trace } from "./protocol.ts";

/** What the flow costs callers and servers, compiled either way. Takes seconds for a flow of a thousand steps. */
export function measureBoth(flow: Flow): Cost {
  const lean = measured(flow, "lean");
  const branches = measured(flow, "branches");
  return lean && branches && { lean, branches };
}

function measured(flow: Flow, trace: Trace): Measures | undefined {
  const { program } = compile(flow, { trace });
  return program && measure(flow, program);
}
