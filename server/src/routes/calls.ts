import { z } from "zod";
import { csvFile, json, media } from "../api/answer.ts";
import { type Routes, route } from "../api/route.ts";
import { time } from "../api/shapes.ts";
import { callStates } from "../call-state.ts";
import { exportCalls } from "../use-cases/calls/export-calls.ts";
import {
  type AskedCalls,
  getCall,
  listCalls,
  listDispositions,
  listRecordings,
} from "../use-cases/calls/look-at-calls.ts";

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
    state: z.enum(callStates),
    startedAt: time,
    endedAt: time.nullable(),
    reason: z.string().nullable(),
    disposition: z.string().nullable(),
    note: z.string().nullable(),
    steps: z.array(visited),
  })
  .meta({ id: "Call" });
const callback = z.strictObject({
  at: time,
  document: z.string(),
  notification: z.string(),
  path: z.array(visited),
  changed: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  recording: z.string().nullable(),
  requests: z.array(
    z.strictObject({
      step: visited,
      method: z.string(),
      url: z.string(),
      status: z.int().optional(),
      fault: z.string().optional(),
      ms: z.int(),
    }),
  ),
});

const recording = z
  .strictObject({
    id: z.string(),
    at: time,
    url: z.string(),
    callId: z.string(),
    flowId: z.string(),
    flowName: z.string(),
    caller: z.string(),
    dialed: z.string(),
  })
  .meta({ id: "Recording" });

const filter = z.object({
  flow: z.string().max(64).optional(),
  outcome: z.enum(["open", "ended", "failed"]).optional(),
  /** What the flow said of the call last. */
  disposition: z.string().max(200).optional(),
  direction: z.enum(["incoming", "outgoing"]).optional(),
  /** Part of who called or of what was dialled. */
  number: z.string().max(64).optional(),
  since: time.optional(),
  until: time.optional(),
});
const page = filter.extend({
  /** `next` of the page before. */
  beforeAt: time.optional(),
  beforeId: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
/** Where the next page begins; null: there is none. */
const place = z.strictObject({ at: time, id: z.string() }).nullable();

function askedCalls({ beforeAt, beforeId = "", limit, ...filter }: z.output<typeof page>): AskedCalls {
  return { filter, before: beforeAt === undefined ? undefined : { at: beforeAt, id: beforeId }, limit };
}

/** `/api/calls` and `/api/recordings`: what calls there were and what happened on them. */
export const callRoutes = {
  listCalls: route({
    method: "GET",
    path: "/calls",
    role: "viewer",
    summary: "Calls of flows, the newest first",
    query: page,
    answer: json(z.strictObject({ calls: z.array(call), next: place })),
    run: (deps, { query }) => listCalls(deps, askedCalls(query)),
  }),
  exportCalls: route({
    method: "GET",
    path: "/calls.csv",
    role: "viewer",
    summary: "The same calls as a CSV file, all of them",
    query: filter,
    answer: media("text/csv"),
    run: (deps, { query }) => csvFile("calls.csv", exportCalls(deps, askedCalls({ ...query, limit: 0 }))),
  }),
  listDispositions: route({
    method: "GET",
    path: "/dispositions",
    role: "viewer",
    summary: "What flows have said of their calls: each word once",
    query: z.object({ flow: z.string().max(64).optional() }),
    answer: json(z.strictObject({ dispositions: z.array(z.string()) })),
    run: async (deps, { query }) => ({ dispositions: await listDispositions(deps, query.flow) }),
  }),
  listRecordings: route({
    method: "GET",
    path: "/recordings",
    role: "viewer",
    summary: "Recordings that the phone system told of, the newest first; the files lie with it",
    query: page,
    answer: json(z.strictObject({ recordings: z.array(recording), next: place })),
    run: (deps, { query }) => listRecordings(deps, askedCalls(query)),
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
