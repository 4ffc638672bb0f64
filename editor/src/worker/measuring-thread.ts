import type { Flow } from "@ozflow/compiler";
import { partsOf } from "./flow-parts.ts";
import type { Cost, Reply, Request } from "./protocol.ts";

export interface MeasuringThread {
  /** Measures this flow and no other: what is under way is dropped, its promise stays open. */
  measure(flow: Flow): Promise<Cost>;
  drop(): void;
}

/** A thread beside the compiler's, so that checking never waits for it. Ending it is the only way to stop a computation. */
export function startMeasuringThread(): MeasuringThread {
  let worker: Worker | undefined;
  let busy = false;
  const drop = () => {
    if (!busy) return;
    worker?.terminate();
    worker = undefined;
    busy = false;
  };
  return {
    measure(flow) {
      drop();
      worker ??= new Worker(new URL("./compile.worker.ts", import.meta.url), { type: "module" });
      const used = worker;
      busy = true;
      return new Promise((resolve, reject) => {
        used.onmessage = ({ data }: MessageEvent<Reply>) => {
          busy = false;
          if (data.to === "measure") resolve(data.cost);
          else if (data.to === "fault") reject(new Error(data.message));
        };
        used.postMessage({ id: 0, question: { ask: "measure" }, flow: partsOf(flow, undefined) } satisfies Request);
      });
    },
    drop,
  };
}
