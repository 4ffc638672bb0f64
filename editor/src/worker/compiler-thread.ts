import { type Diagnostic, defaultCompileOptions, type Flow } from "@ozflow/compiler";
import { withCalledFlows } from "../sub-flows/flow-library.ts";
import { partsOf } from "./flow-parts.ts";
import { startMeasuringThread } from "./measuring-thread.ts";
import { newestOnly } from "./newest-only.ts";
import type { Cost, Proof, Question, Rendering, Reply, Request, Trace } from "./protocol.ts";

export interface CompilerThread {
  /** Undefined when a newer flow has been asked about before this one was begun or answered. */
  check(flow: Flow): Promise<readonly Diagnostic[] | undefined>;
  /** The same, slower, in a thread of its own. */
  prove(flow: Flow): Promise<Proof | undefined>;
  /** In a thread of its own, so that what is checked does not wait for it. `trace` as the compiler's option, its default when left out. */
  render(flow: Flow, baseUrl: string, trace?: Trace): Promise<Rendering>;
  /** Slow, in a thread of its own. Asked again, or told to drop it, an earlier question is never answered. */
  measure(flow: Flow): Promise<Cost>;
  dropMeasuring(): void;
  stop(): void;
}

type Waiting = { readonly resolve: (reply: Reply) => void; readonly reject: (error: Error) => void };

export function startCompilerThread(): CompilerThread {
  const checking = startThread();
  const proving = startThread();
  const rendering = startThread();
  const measuring = startMeasuringThread();
  return {
    check: newestOnly(async (flow: Flow) => {
      const reply = await checking.ask({ ask: "check", flow: await withCalledFlows(flow) });
      return reply.to === "check" ? reply.diagnostics : [];
    }),
    prove: newestOnly(async (flow: Flow) => {
      // Loaded when it is needed, so that a flow opens without it.
      const { readKnownWorld } = await import("./known-world.ts");
      const [whole, known] = await Promise.all([withCalledFlows(flow), readKnownWorld()]);
      const reply = await proving.ask({ ask: "prove", flow: whole, known });
      return reply.to === "prove" ? reply.proof : { claims: [], diagnostics: [], ends: [] };
    }),
    async render(flow, baseUrl, trace = defaultCompileOptions.trace) {
      const reply = await rendering.ask({ ask: "render", flow: await withCalledFlows(flow), baseUrl, trace });
      return reply.to === "render" ? reply.rendering : {};
    },
    measure: async (flow) => measuring.measure(await withCalledFlows(flow)),
    dropMeasuring: measuring.drop,
    stop() {
      checking.stop();
      proving.stop();
      rendering.stop();
      measuring.drop();
    },
  };
}

/** Begun when it is first asked. */
function startThread() {
  let worker: Worker | undefined;
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let told: Flow | undefined;
  const start = () => {
    const begun = new Worker(new URL("./compile.worker.ts", import.meta.url), { type: "module" });
    begun.onmessage = ({ data }: MessageEvent<Reply>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.to === "fault") asked?.reject(new Error(data.message));
      else asked?.resolve(data);
    };
    return begun;
  };
  return {
    ask: ({ flow, ...question }: Question) =>
      new Promise<Reply>((resolve, reject) => {
        worker ??= start();
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.postMessage({ id: lastId, question, flow: partsOf(flow, told) } satisfies Request);
        told = flow;
      }),
    stop: () => worker?.terminate(),
  };
}
