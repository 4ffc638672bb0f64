import { Hono } from "hono";
import type { Deps } from "../deps.ts";
import { listExamples } from "../use-cases/list-examples.ts";

/** `/api/examples`: flows to begin with. */
export function exampleRoutes(deps: Pick<Deps, "settings" | "log">): Hono {
  return new Hono().get("/", async (context) => context.json({ examples: await listExamples(deps) }));
}
