import { said } from "@ozflow/compiler";
import { z } from "zod";
import { json, nothing } from "../api/answer.ts";
import { jsonBody } from "../api/body.ts";
import { type Routes, route } from "../api/route.ts";
import { time } from "../api/shapes.ts";
import { flowInAudit } from "../audit.ts";
import { guardSchema, judgeNumber } from "../guard/guard.ts";
import { Refusal } from "../refusal.ts";
import { findFlow } from "../use-cases/flows/look-at-flows.ts";
import { renewKey } from "../use-cases/flows/renew-key.ts";

const guard = guardSchema.meta({ id: "Guard" });
const secretName = z.string().regex(/^[A-Za-z][\w-]{0,63}$/, "write a letter, then letters, digits, - and _");

/** `/api/guard`, `/api/secrets` and what guards one flow. */
export const securityRoutes = {
  getGuard: route({
    method: "GET",
    path: "/guard",
    role: "viewer",
    summary: "Which numbers may be called, how often, and where callbacks may come from",
    answer: json(guard),
    run: ({ guards }) => guards.total(),
  }),
  setGuard: route({
    method: "PUT",
    path: "/guard",
    role: "admin",
    summary: "Set the guard of everything",
    body: jsonBody(guardSchema),
    answer: nothing,
    audit: { action: "guard-changed", subject: () => ({ flow: null }) },
    run: ({ guards }, { body }) => guards.setTotal(body),
  }),
  tryNumber: route({
    method: "POST",
    path: "/guard/try",
    role: "viewer",
    summary: "Whether a number could be dialled under number patterns that need not be in force, and which one decides",
    body: jsonBody(guardSchema.pick({ allowed: true, denied: true }).extend({ number: z.string().max(64) })),
    answer: json(z.strictObject({ allowed: z.boolean(), pattern: z.string().optional() })),
    run: (_deps, { body: { number, ...patterns } }) => judgeNumber(patterns, number),
  }),
  getFlowGuard: route({
    method: "GET",
    path: "/flows/:id/guard",
    role: "viewer",
    summary: "What guards a flow beyond the guard of everything",
    answer: json(guard),
    refusals: ["not-found"],
    async run({ store, guards }, { params }) {
      return await guards.ofFlow((await findFlow(store, params.id)).id);
    },
  }),
  setFlowGuard: route({
    method: "PUT",
    path: "/flows/:id/guard",
    role: "publisher",
    summary: "Set the guard of a flow; the guard of everything counts as well",
    body: jsonBody(guardSchema),
    answer: nothing,
    refusals: ["not-found"],
    audit: { action: "guard-changed", subject: flowInAudit },
    async run({ store, guards }, { params, body }) {
      await guards.setOfFlow((await findFlow(store, params.id)).id, body);
    },
  }),
  renewKey: route({
    method: "POST",
    path: "/flows/:id/key",
    role: "publisher",
    summary: "Give a flow a new callback address; the old one works on for some hours",
    body: jsonBody(z.strictObject({ graceHours: z.number().min(0).max(8760).default(24) })),
    answer: json(z.strictObject({ callbackUrl: z.url(), oldUntil: time })),
    refusals: ["not-found"],
    audit: { action: "key-renewed", subject: flowInAudit },
    run: (deps, { params, body }) => renewKey(deps, { ...params, ...body }),
  }),
  listSecrets: route({
    method: "GET",
    path: "/secrets",
    role: "editor",
    summary: "Names of secrets; their values are never told",
    answer: json(z.strictObject({ secrets: z.array(z.strictObject({ name: z.string(), updatedAt: time })) })),
    run: async ({ secrets }) => ({ secrets: await secrets.list() }),
  }),
  setSecret: route({
    method: "PUT",
    path: "/secrets/:name",
    role: "admin",
    summary: "Store a secret under a name, over what was there",
    body: jsonBody(z.strictObject({ value: z.string().min(1).max(10_000) })),
    answer: nothing,
    audit: { action: "secret-set", subject: ({ params: { name } }) => ({ name }) },
    async run({ secrets }, { params, body }) {
      const name = secretName.safeParse(params.name);
      if (!name.success)
        throw new Refusal("bad-request", said`The name of a secret is a letter, then letters, digits, - and _.`);
      await secrets.set(name.data, body.value);
    },
  }),
  deleteSecret: route({
    method: "DELETE",
    path: "/secrets/:name",
    role: "admin",
    summary: "Delete a secret",
    answer: nothing,
    refusals: ["not-found"],
    audit: { action: "secret-deleted", subject: ({ params: { name } }) => ({ name }) },
    async run({ secrets }, { params }) {
      if (!(await secrets.delete(params.name))) throw new Refusal("not-found", said`There is no secret of this name.`);
    },
  }),
} satisfies Routes;
