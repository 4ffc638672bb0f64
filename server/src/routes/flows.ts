import { subFlowSchema } from "@ozflow/compiler";
import { z } from "zod";
import { json, nothing } from "../api/answer.ts";
import { jsonBody } from "../api/body.ts";
import { type Routes, route } from "../api/route.ts";
import { created, diagnostic, flowFile, publication, time } from "../api/shapes.ts";
import { flowInAudit } from "../audit.ts";
import { startCallOnce } from "../use-cases/calls/start-call-once.ts";
import { createFlow } from "../use-cases/flows/create-flow.ts";
import { deleteFlow, getFlow, getRevision, listFlows, listRevisions } from "../use-cases/flows/look-at-flows.ts";
import { publishFlow } from "../use-cases/flows/publish-flow.ts";
import { saveFlow } from "../use-cases/flows/save-flow.ts";
import { lookThrough } from "../use-cases/flows/sub-flows.ts";

/** Bytes: the largest flow file there can be, in the JSON of a request. */
const maxFlow = 40_000_000;

const version = z.int().min(1);
const flowView = z
  .strictObject({ id: z.string(), version, flow: flowFile, updatedAt: time, published: publication.nullable() })
  .meta({ id: "StoredFlow" });
const flowEntry = z.strictObject({
  id: z.string(),
  name: z.string(),
  updatedAt: time,
  version,
  steps: z.int(),
  published: publication.nullable(),
});
const revision = z.strictObject({ revision: z.int(), publishedAt: time, publishedBy: z.string(), message: z.string() });
const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .optional()
  .meta({ description: "Sent again with the same one within a day, the request starts no second call." });
const outgoingCall = z.strictObject({
  number: z.string().max(64).optional(),
  callerId: z.string().max(64).optional(),
  callerDisplayName: z.string().max(120).optional(),
  ringSeconds: z.int().min(1).max(600).optional(),
  apiExtension: z.string().max(64).optional(),
  given: z.record(z.string(), z.union([z.string().max(4000), z.number(), z.boolean()])).optional(),
});

/** `/api/flows`: drafts, publishing, and calls that a flow makes. */
export const flowRoutes = {
  listFlows: route({
    method: "GET",
    path: "/flows",
    role: "viewer",
    summary: "All flows, the last changed first",
    answer: json(z.strictObject({ flows: z.array(flowEntry) })),
    run: async (deps) => ({ flows: await listFlows(deps) }),
  }),
  createFlow: route({
    method: "POST",
    path: "/flows",
    role: "editor",
    summary: "Store a new flow as a draft",
    body: jsonBody(z.strictObject({ flow: z.unknown() }), maxFlow),
    answer: json(flowView, 201),
    refusals: ["invalid-flow"],
    audit: { action: "flow-created", subject: (_asked, { id, flow: { name } }) => ({ flow: { id, name } }) },
    run: (deps, { body }) => createFlow(deps, body),
  }),
  getFlow: route({
    method: "GET",
    path: "/flows/:id",
    role: "viewer",
    summary: "The draft of a flow, and what is published of it",
    answer: json(flowView),
    refusals: ["not-found"],
    run: (deps, { params }) => getFlow(deps, params.id),
  }),
  getSubFlows: route({
    method: "GET",
    path: "/flows/:id/sub-flows",
    role: "viewer",
    summary: "The flow as others go through it, and those that it goes through itself, by their ids",
    answer: json(z.strictObject({ revision: z.int().nullable(), subFlows: z.record(z.string(), subFlowSchema) })),
    refusals: ["not-found"],
    run: (deps, { params }) => lookThrough(deps, params.id),
  }),
  saveFlow: route({
    method: "PUT",
    path: "/flows/:id",
    role: "editor",
    summary: "Save the draft over the version that was read",
    body: jsonBody(z.strictObject({ flow: z.unknown(), version }), maxFlow),
    answer: json(z.strictObject({ version, updatedAt: time })),
    refusals: ["not-found", "conflict", "invalid-flow"],
    run: (deps, { params, body }) => saveFlow(deps, { ...params, ...body }),
  }),
  deleteFlow: route({
    method: "DELETE",
    path: "/flows/:id",
    role: "editor",
    summary: "Delete a flow; calls that run can finish",
    answer: nothing,
    refusals: ["not-found", "in-use"],
    audit: { action: "flow-deleted", subject: flowInAudit },
    run: (deps, { params }) => deleteFlow(deps, params.id),
  }),
  publishFlow: route({
    method: "POST",
    path: "/flows/:id/publish",
    role: "publisher",
    summary: "Put the draft on the line as the next revision",
    body: jsonBody(z.strictObject({ version, message: z.string().max(1000).default("") })),
    answer: json(publication.extend({ diagnostics: z.array(diagnostic) })),
    refusals: ["not-found", "conflict", "flow-has-errors"],
    audit: {
      action: "flow-published",
      subject: async (asked, { revision }, deps) => ({ ...(await flowInAudit(asked, revision, deps)), revision }),
    },
    run: (deps, { params, body, who }) => publishFlow(deps, { ...params, ...body, who }),
  }),
  listRevisions: route({
    method: "GET",
    path: "/flows/:id/revisions",
    role: "viewer",
    summary: "What was published of a flow, the newest first",
    answer: json(z.strictObject({ revisions: z.array(revision) })),
    refusals: ["not-found"],
    run: async (deps, { params }) => ({ revisions: await listRevisions(deps, params.id) }),
  }),
  getRevision: route({
    method: "GET",
    path: "/flows/:id/revisions/:revision",
    role: "viewer",
    summary: "One revision, with the flow it was made of",
    answer: json(revision.extend({ flow: flowFile })),
    refusals: ["not-found"],
    // What is no number names no revision.
    run: (deps, { params }) =>
      getRevision(deps, params.id, /^[1-9]\d{0,8}$/.test(params.revision) ? Number(params.revision) : 0),
  }),
  startCall: route({
    method: "POST",
    path: "/flows/:id/calls",
    role: "publisher",
    summary: "Have the phone system dial; whoever answers is led through the flow",
    headers: z.object({ "idempotency-key": idempotencyKey }),
    body: jsonBody(outgoingCall),
    answer: json(created, 201),
    refusals: [
      "not-found",
      "conflict",
      "key-used",
      "not-published",
      "no-outgoing-entry",
      "no-number",
      "number-not-allowed",
      "too-many-calls",
      "unknown-variable",
      "wrong-value",
      "pbx",
    ],
    audit: {
      action: "call-started",
      subject: async (asked, { id }, deps) => ({
        ...(await flowInAudit(asked, id, deps)),
        number: asked.body.number || null,
        call: id,
      }),
    },
    run: (deps, { params, headers, body }) =>
      startCallOnce(deps, { flowId: params.id, ...body, key: headers["idempotency-key"] }),
  }),
} satisfies Routes;
