import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = ReturnType<typeof createMetrics>;

/** What a caller notices is below a tenth of a second; what a PBX gives up on is counted in seconds. */
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/** The figures that Prometheus collects, each named once. Counters belong to this process; Prometheus adds them up. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    callbacks: new Counter({
      name: "ozflow_callbacks_total",
      help: "Callbacks of the phone system by what became of them: answered, fallback or shed",
      labelNames: ["outcome"] as const,
      registers,
    }),
    callbackSeconds: new Histogram({
      name: "ozflow_callback_seconds",
      help: "From a callback's arrival to its answer, in seconds",
      buckets: seconds,
      registers,
    }),
    fallbacks: new Counter({
      name: "ozflow_fallbacks_total",
      help: "Fallback documents that callers got, by reason: refused, fault, late or overload",
      labelNames: ["reason"] as const,
      registers,
    }),
    pbxErrors: new Counter({
      name: "ozflow_pbx_errors_total",
      help: "Requests to the phone system's HTTP API that failed, by kind of error",
      labelNames: ["kind"] as const,
      registers,
    }),
    callsStarted: new Counter({
      name: "ozflow_calls_started_total",
      help: "Calls that the phone system was asked to place, by result: placed or failed",
      labelNames: ["result"] as const,
      registers,
    }),
  };
}

/** Figures that are looked up when they are asked for. */
export interface Observed {
  /** Milliseconds that the event loop is behind. */
  lagMs(): number;
  inFlight(): number;
  /** Calls that are not over, by state. Rejects when the database cannot be asked. */
  openCalls(): Promise<Readonly<Record<string, number>>>;
}

/** Adds what is looked up at each collection, and the usual figures of a Node process. */
export function observe({ registry }: Metrics, { lagMs, inFlight, openCalls }: Observed): void {
  const registers = [registry];
  new Gauge({
    name: "ozflow_event_loop_lag_seconds",
    help: "How far the event loop is behind, in seconds",
    registers,
    collect() {
      this.set(lagMs() / 1000);
    },
  });
  new Gauge({
    name: "ozflow_callbacks_in_flight",
    help: "Callbacks that are being answered",
    registers,
    collect() {
      this.set(inFlight());
    },
  });
  const databaseUp = new Gauge({ name: "ozflow_database_up", help: "1 when the database answers", registers });
  new Gauge({
    name: "ozflow_calls_open",
    help: "Calls that are not over, by state",
    labelNames: ["state"] as const,
    registers,
    async collect() {
      this.reset();
      try {
        for (const [state, count] of Object.entries(await openCalls())) this.set({ state }, count);
        databaseUp.set(1);
      } catch {
        // Its absence is the figure: an alarm is set on it.
        databaseUp.set(0);
      }
    },
  });
  collectDefaultMetrics({ register: registry });
}
