import type { Flow } from "@ozflow/compiler";
import { largeFlow } from "../support/large-flow.ts";
import { measuredInTurns, type Pair } from "./figure.ts";

/** What 10,000 steps take against 1,000. Those are worked on ten times in a turn, so that both turns last about as long. */
export function growthOf(work: (flow: Flow) => void, runs = 3): Pair {
  const [large, small] = [largeFlow(10_000), largeFlow(1000)];
  const tenTimes = () => {
    for (let time = 0; time < 10; time += 1) work(small);
  };
  const { value, baseline } = measuredInTurns(() => work(large), tenTimes, runs);
  return { value, baseline: baseline / 10 };
}
