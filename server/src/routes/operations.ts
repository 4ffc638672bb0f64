import { timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { socketAddress } from "../api/socket-address.ts";
import type { Deps } from "../deps.ts";

/** `/healthz`, `/readyz` and `/metrics`: for whatever watches over the server. */
export function operationRoutes({
  readiness,
  metrics,
  settings,
}: Pick<Deps, "readiness" | "metrics" | "settings">): Hono {
  const routes = new Hono();
  routes.get("/healthz", (context) => plain(context, "alive\n"));
  routes.get("/readyz", async (context) => {
    const state = await readiness.look();
    return context.json(state, state.ready ? 200 : 503, { "Cache-Control": "no-store" });
  });
  routes.get("/metrics", async (context) => {
    if (!mayRead(context, settings.metrics)) {
      return context.text("Metrics are for METRICS_FROM or whoever has METRICS_TOKEN.\n", 403);
    }
    const { registry } = metrics;
    return context.body(await registry.metrics(), 200, { "Content-Type": registry.contentType });
  });
  return routes;
}

/** A request that came through a proxy has the proxy's address, so only its token counts. */
function mayRead(context: Context, { token, from }: Deps["settings"]["metrics"]): boolean {
  const given = /^Bearer (.+)$/.exec(context.req.header("Authorization") ?? "")?.[1];
  if (token !== undefined && given !== undefined && sameSecret(given, token)) return true;
  const isForwarded = ["x-forwarded-for", "forwarded", "via"].some((name) => context.req.header(name) !== undefined);
  return !isForwarded && from.has(socketAddress(context) ?? "");
}

function sameSecret(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function plain(context: Context, text: string): Response {
  return context.text(text, 200, { "Cache-Control": "no-store" });
}
