import type { Flow } from "@ozflow/compiler";
import { flow } from "./flow-builder.ts";

/** Asks a web server, and says what came of it: `2xx Ann`, `4xx`, `5xx`, `none`. */
export function askingFlow(url: string, data: Readonly<Record<string, unknown>> = {}): Flow {
  const say = (text: string) => ["say", { say: text }] as const;
  return flow({
    steps: {
      in: "incoming-call",
      ask: ["http-request", { url, fields: [{ path: "name", variable: "name" }], ...data }],
      good: say("2xx {name}"),
      refused: say("4xx"),
      broken: say("5xx"),
      none: say("none"),
      end: "hang-up",
    },
    variables: { name: "text" },
    edges: [
      "in > ask.success > good > end",
      "ask.client-error > refused > end",
      "ask.server-error > broken > end",
      "ask.failure > none > end",
    ],
  });
}
