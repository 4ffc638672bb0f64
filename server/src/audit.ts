import type { Who } from "./auth/roles.ts";
import type { Deps } from "./deps.ts";

/** What is written down of the doings of people and programs. */
export const auditActions = [
  "signed-in",
  "sign-in-refused",
  "signed-out",
  "signed-out-everywhere",
  "password-changed",
  "user-added",
  "user-changed",
  "user-removed",
  "password-reset",
  "token-made",
  "token-revoked",
  "flow-created",
  "flow-published",
  "flow-deleted",
  "key-renewed",
  "guard-changed",
  "call-started",
  "call-commanded",
  "phone-system-changed",
  "calendar-changed",
  "calendar-deleted",
  "table-changed",
  "table-deleted",
  "secret-set",
  "secret-deleted",
] as const;

export type AuditAction = (typeof auditActions)[number];

export interface AuditEntry {
  readonly action: AuditAction;
  /** Who it was, or who they said they were. */
  readonly who: Pick<Who, "email" | "token"> | undefined;
  /** Where the request came from. */
  readonly address: string;
  /** What it was done to, in words for people: a name, a number. Never a secret. */
  readonly subject: string | Promise<string>;
}

/** A flow as the log calls it: its name for people, its id for certainty. Deleted flows have both. */
export async function flowInAudit({ store }: Pick<Deps, "store">, id: string): Promise<string> {
  return `${(await store.flows.findName(id)) ?? ""} (${id})`;
}

/** The log is of what was done, so an entry that cannot be written is a fault in the log and undoes nothing. */
export async function writeAudit(
  { store, clock, newId, log }: Pick<Deps, "store" | "clock" | "newId" | "log">,
  { action, who, address, subject }: AuditEntry,
): Promise<void> {
  const entry = {
    id: newId(),
    at: clock.now().toISOString(),
    action,
    who: who?.email ?? "",
    token: who?.token ?? null,
  };
  try {
    await store.audit.insert({ ...entry, address, subject: (await subject).slice(0, 500) });
  } catch (error) {
    log.error("The audit log could not be written", { action, reason: String(error) });
  }
}
