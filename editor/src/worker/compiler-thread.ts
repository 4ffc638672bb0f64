import { type Diagnostic, defaultCompileOptions, type Flow } from "@ozflow/compiler";
import { startMeasuringThread } from "./measuring-thread.ts";
import type { Cost, Rendering, Reply, Request, Trace } from "./protocol.ts";

export interface CompilerThread {
  /** Undefined when a newer flow has been asked about before this one was begun or answered. */
  check(flow: Flow): Promise<readonly Diagnostic[] | undefined>;
  /** `trace` as the compiler's option, its default when left out. */
  render(flow: Flow, baseUrl: string, trace?: Trace): Promise<Rendering>;
  /** Slow, in a thread of its own. Asked again, or told to drop it, an earlier question is never answered. */
  measure(flow: Flow): Promise<Cost>;
  dropMeasuring(): void;
  stop(): void;
}

type Waiting = { readonly resolve: (reply: Reply) => void; readonly reject: (error: Error) => void };

/** One flow is checked at a time and only the newest waits: typing faster than the compiler must not queue up work. */
export function startCompilerThread(): CompilerThread {
  const worker = new Worker(new URL("./compile.worker.ts", import.meta.url), { type: "module" });
  const measuring = startMeasuringThread();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let checking = false;
  let next: { flow: Flow; resolve: (found: readonly Diagnostic[] | undefined) => void } | undefined;

  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.to === "fault") asked?.reject(new Error(data.message));
    else asked?.resolve(data);
  };

  type Question = Request extends infer One ? (One extends Request ? Omit<One, "id"> : never) : never;
  const ask = (question: Question) =>
    new Promise<Reply>((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.postMessage({ ...question, id: lastId });
    });

  const checkNow = async (flow: Flow): Promise<readonly Diagnostic[] | undefined> => {
    checking = true;
    try {
      const reply = await ask({ ask: "check", flow });
      return reply.to === "check" && next === undefined ? reply.diagnostics : undefined;
    } finally {
      checking = false;
      const waitingFlow = next;
      next = undefined;
      if (waitingFlow !== undefined) void checkNow(waitingFlow.flow).then(waitingFlow.resolve);
    }
  };

  return {
    check(flow) {
      if (!checking) return checkNow(flow);
      next?.resolve(undefined);
      return new Promise((resolve) => {
        next = { flow, resolve };
      });
    },
    async render(flow, baseUrl, trace = defaultCompileOptions.trace) {
      const reply = await ask({ ask: "render", flow, baseUrl, trace });
      return reply.to === "render" ? reply.rendering : {};
    },
    measure: measuring.measure,
    dropMeasuring: measuring.drop,
    stop() {
      worker.terminate();
      measuring.drop();
    },
  };
}
