import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { findTryCall, tryCall } from "../use-cases/try-call.ts";
import { readJson } from "./read-json.ts";

const number = z.string().max(64);
const attempt = z.strictObject({
  flowId: z.string(),
  caller: number.optional(),
  dialed: number.optional(),
  script: z.string().max(10_000).optional(),
  speed: z.number().min(0).max(100).optional(),
});
const keys = z.strictObject({ keys: z.string().regex(/^[0-9*#]{1,32}$/, "keys are 0-9, * and #") });

/** `/api/try/calls`: calls from the dial pad or a caller script to a published flow. */
export function tryCallRoutes(deps: Deps): Hono {
  const routes = new Hono();
  routes.post("/", async (context) => context.json(await tryCall(deps, await readJson(context, attempt)), 201));
  routes.get("/:id/events", (context) => {
    const call = findTryCall(deps, context.req.param("id"));
    return streamSSE(context, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      for await (const event of call.events.follow(gone.signal)) await stream.writeSSE({ data: JSON.stringify(event) });
    });
  });
  routes.post("/:id/keys", async (context) => {
    const pressed = await readJson(context, keys);
    findTryCall(deps, context.req.param("id")).press(pressed.keys);
    return context.body(null, 204);
  });
  routes.delete("/:id", (context) => {
    findTryCall(deps, context.req.param("id")).hangUp("caller");
    return context.body(null, 204);
  });
  return routes;
}
