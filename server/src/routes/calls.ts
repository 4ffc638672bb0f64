import { z } from "zod";
import { json } from "../api/answer.ts";
import { type Routes, route } from "../api/route.ts";
import { time } from "../api/shapes.ts";
import { getCall, listCalls } from "../use-cases/look-at-calls.ts";

const visited = z.strictObject({ id: z.string(), label: z.string() }).meta({ id: "VisitedStep" });
const call = z
  .strictObject({
    id: z.string(),
    flow: z.string(),
    flowName: z.string(),
    revision: z.int(),
    direction: z.enum(["incoming", "outgoing"]),
    caller: z.string(),
    dialed: z.string(),
    state: z.enum(["requested", "ringing", "active", "ended", "failed"]),
    startedAt: time,
    endedAt: time.nullable(),
    reason: z.string().nullable(),
    steps: z.array(visited),
  })
  .meta({ id: "Call" });
const callback = z.strictObject({
  at: time,
  document: z.string(),
  notification: z.string(),
  path: z.array(visited),
  changed: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

/** `/api/calls`: what calls there were and what happened on them. */
export const callRoutes = {
  listCalls: route({
    method: "GET",
    path: "/calls",
    role: "viewer",
    summary: "Calls of flows, the newest first",
    query: z.object({
      flow: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    answer: json(z.strictObject({ calls: z.array(call) })),
    run: async (deps, { query: { flow, limit } }) => ({
      calls: await listCalls(deps, { limit, ...(flow === undefined ? {} : { flow }) }),
    }),
  }),
  getCall: route({
    method: "GET",
    path: "/calls/:id",
    role: "viewer",
    summary: "A call and each request the phone system made on it",
    answer: json(call.extend({ callbacks: z.array(callback) })),
    refusals: ["not-found"],
    run: (deps, { params }) => getCall(deps, params.id),
  }),
} satisfies Routes;
