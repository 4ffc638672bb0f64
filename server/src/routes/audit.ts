import { z } from "zod";
import { json } from "../api/answer.ts";
import { type Routes, route } from "../api/route.ts";
import { time } from "../api/shapes.ts";
import { auditActions } from "../audit.ts";

const entry = z.strictObject({
  id: z.string(),
  at: time,
  action: z.string(),
  who: z.string(),
  token: z.string().nullable(),
  address: z.string(),
  subject: z.string(),
});

/** `/api/audit`: who did what, when and from where. */
export const auditRoutes = {
  listAudit: route({
    method: "GET",
    path: "/audit",
    role: "admin",
    summary: "The audit log, the newest entries first",
    query: z.object({
      action: z.enum(auditActions).optional(),
      who: z.string().max(320).optional(),
      since: time.optional(),
      /** The last entry that was read: what came before it is told. */
      beforeAt: time.optional(),
      beforeId: z.string().max(64).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answer: json(z.strictObject({ entries: z.array(entry) })),
    async run({ store }, { query: { action, who, since, beforeAt, beforeId = "", limit } }) {
      const before = beforeAt === undefined ? undefined : { at: beforeAt, id: beforeId };
      return { entries: await store.audit.list({ action, who, since, before }, limit) };
    },
  }),
} satisfies Routes;
