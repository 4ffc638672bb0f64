import { compile, review } from "@ozflow/compiler";
import { largeFlow } from "../support/large-flow.ts";
import { fastestMs, print } from "./figure.ts";

/** All rules and proofs against compiling the same flow, and how they grow. */
export function bench(): void {
  const times = new Map<number, number>();
  for (const steps of [100, 1000, 10_000]) {
    const flow = largeFlow(steps);
    const runs = steps < 10_000 ? 5 : 1;
    const value = fastestMs(() => review(flow), runs);
    times.set(steps, value);
    print({
      name: `rules and proofs ${steps} steps vs compiling the same flow`,
      value,
      unit: "ms",
      baseline: fastestMs(() => compile(flow), runs),
    });
  }
  print({
    name: "rules and proofs 10000 steps vs 1000 steps",
    value: times.get(10_000) ?? 0,
    unit: "ms",
    baseline: times.get(1000) ?? 0,
  });
}
