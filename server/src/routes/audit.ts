import { z } from "zod";
import { json } from "../api/answer.ts";
import { type Routes, route } from "../api/route.ts";
import { time } from "../api/shapes.ts";
import { type AuditAction, type AuditSubject, auditSubjects } from "../audit.ts";
import type { AuditRow } from "../store/audit-store.ts";

const actions = z.enum(Object.keys(auditSubjects) as AuditAction[]);
const head = { id: z.string(), at: time, who: z.string(), token: z.string().nullable(), address: z.string() };
/** A string is the sentence of an entry from before values were kept. */
const entry = z
  .union(
    actions.options.map((action) =>
      z.strictObject({ ...head, action: z.literal(action), subject: z.union([auditSubjects[action], z.string()]) }),
    ),
  )
  .meta({ id: "AuditEntry", description: "A doing, and what it was done to; sentences are from older versions" });

/** `/api/audit`: who did what, when and from where. */
export const auditRoutes = {
  listAudit: route({
    method: "GET",
    path: "/audit",
    role: "admin",
    summary: "The audit log, the newest entries first",
    query: z.object({
      action: actions.optional(),
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
      return { entries: (await store.audit.list({ action, who, since, before }, limit)).map(viewEntry) };
    },
  }),
} satisfies Routes;

function viewEntry({ action, about, subject, ...entry }: AuditRow) {
  return {
    ...entry,
    action: action as AuditAction,
    subject: about === null ? subject : (JSON.parse(about) as AuditSubject<AuditAction>),
  };
}
