import { compile, review } from "@ozflow/compiler";
import { largeFlow } from "../support/large-flow.ts";
import { measuredInTurns, print } from "./figure.ts";
import { growthOf } from "./growth.ts";

/** All rules and proofs against compiling the same flow, and how they grow. */
export function bench(): void {
  for (const steps of [100, 1000, 10_000]) {
    const flow = largeFlow(steps);
    print({
      name: `rules and proofs ${steps} steps vs compiling the same flow`,
      unit: "ms",
      ...measuredInTurns(
        () => review(flow),
        () => compile(flow),
        steps < 10_000 ? 9 : 1,
      ),
    });
  }
  print({ name: "rules and proofs 10000 steps vs 1000 steps", unit: "ms", ...growthOf(review, 1) });
}
