import { Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { createFlow } from "../use-cases/create-flow.ts";
import { deleteFlow, getFlow, listFlows, listRevisions } from "../use-cases/look-at-flows.ts";
import { publishFlow } from "../use-cases/publish-flow.ts";
import { saveFlow } from "../use-cases/save-flow.ts";
import { startCall } from "../use-cases/start-call.ts";
import { readJson } from "./read-json.ts";

const version = z.int().min(1);
const newFlow = z.strictObject({ flow: z.unknown() });
const savedFlow = z.strictObject({ flow: z.unknown(), version });
const publication = z.strictObject({ version, message: z.string().max(1000).default("") });
const outgoingCall = z.strictObject({
  number: z.string().max(64).optional(),
  callerId: z.string().max(64).optional(),
  callerDisplayName: z.string().max(120).optional(),
  ringSeconds: z.int().min(1).max(600).optional(),
  apiExtension: z.string().max(64).optional(),
  given: z.record(z.string(), z.union([z.string().max(4000), z.number(), z.boolean()])).optional(),
});

/** `/api/flows`: drafts, publishing, and calls that a flow makes. */
export function flowRoutes(deps: Deps): Hono {
  const routes = new Hono();
  routes.get("/", async (context) => context.json({ flows: await listFlows(deps) }));
  routes.post("/", async (context) => {
    const { flow } = await readJson(context, newFlow);
    return context.json(await createFlow(deps, { flow }), 201);
  });
  routes.get("/:id", async (context) => context.json(await getFlow(deps, context.req.param("id"))));
  routes.put("/:id", async (context) => {
    const { flow, version } = await readJson(context, savedFlow);
    return context.json(await saveFlow(deps, { id: context.req.param("id"), flow, version }));
  });
  routes.delete("/:id", async (context) => {
    await deleteFlow(deps, context.req.param("id"));
    return context.body(null, 204);
  });
  routes.post("/:id/publish", async (context) => {
    const input = await readJson(context, publication);
    return context.json(await publishFlow(deps, { id: context.req.param("id"), ...input }));
  });
  routes.get("/:id/revisions", async (context) =>
    context.json({ revisions: await listRevisions(deps, context.req.param("id")) }),
  );
  routes.post("/:id/calls", async (context) => {
    const input = await readJson(context, outgoingCall);
    return context.json(await startCall(deps, { flowId: context.req.param("id"), ...input }), 201);
  });
  return routes;
}
