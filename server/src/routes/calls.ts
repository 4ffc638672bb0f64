import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { getCall, listCalls } from "../use-cases/look-at-calls.ts";
import { readQuery } from "./read-json.ts";

const query = z.object({ flow: z.string().optional(), limit: z.coerce.number().int().min(1).max(500).default(50) });

/** `/api/calls`: what calls there were and what happened on them. */
export function callRoutes(deps: Deps): Hono {
  const routes = new Hono();
  routes.get("/", async (context) => {
    const { flow, limit } = readQuery(context, query);
    return context.json({ calls: await listCalls(deps, { limit, ...(flow === undefined ? {} : { flow }) }) });
  });
  routes.get("/:id", async (context) => context.json(await getCall(deps, context.req.param("id"))));
  return routes;
}
