import { z } from "zod";
import { roles, type Who } from "./auth/roles.ts";
import type { Deps } from "./deps.ts";

const nothing = z.strictObject({});
const named = z.strictObject({ name: z.string() });
const account = z.strictObject({ email: z.string() });
const role = z.enum(roles);
/** Its name for people, its id for certainty. Deleted flows have both. */
const flow = z.strictObject({ id: z.string(), name: z.string() });
const ofFlow = z.strictObject({ flow });

/** What can be done to a call that is on. */
const callCommand = z.enum(["hold", "unhold", "hang-up", "transfer", "play", "speak", "record"]);
export type CallCommand = z.output<typeof callCommand>;

/**
 * What is written down of the doings of people and programs, and what each was done to: values, which whoever shows them
 * puts into words. Never a secret.
 */
export const auditSubjects = {
  "signed-in": nothing,
  "sign-in-refused": account,
  "signed-out": nothing,
  "signed-out-everywhere": nothing,
  "password-changed": nothing,
  "user-added": account.extend({ role }),
  "user-changed": account.extend({ role, active: z.boolean() }),
  "user-removed": account,
  "password-reset": account,
  "token-made": named.extend({ role }),
  "token-revoked": named,
  "flow-created": ofFlow,
  "flow-published": ofFlow.extend({ revision: z.int() }),
  "flow-deleted": ofFlow,
  "key-renewed": ofFlow,
  /** null: the guard of everything. */
  "guard-changed": z.strictObject({ flow: flow.nullable() }),
  /** null: the number that the flow calls by itself. */
  "call-started": ofFlow.extend({ number: z.string().nullable(), call: z.string() }),
  "call-commanded": z.strictObject({ command: callCommand, call: z.string() }),
  /** null: the one inside the server. */
  "phone-system-changed": z.strictObject({ url: z.string().nullable() }),
  "calendar-changed": named,
  "calendar-deleted": named,
  "table-changed": named,
  "table-deleted": named,
  "secret-set": named,
  "secret-deleted": named,
} as const;

export type AuditAction = keyof typeof auditSubjects;
export type AuditSubject<Action extends AuditAction> = z.output<(typeof auditSubjects)[Action]>;

interface AuditEntry<Action extends AuditAction> {
  readonly action: Action;
  /** Who it was, or who they said they were. */
  readonly who: Pick<Who, "email" | "token"> | undefined;
  /** Where the request came from. */
  readonly address: string;
  readonly subject: AuditSubject<Action> | Promise<AuditSubject<Action>>;
}

/** The flow that an address names, also one that is deleted by now. */
export async function flowInAudit(
  { params: { id } }: { readonly params: { readonly id: string } },
  _result: unknown,
  { store }: Pick<Deps, "store">,
): Promise<z.output<typeof ofFlow>> {
  return { flow: { id, name: (await store.flows.findName(id)) ?? "" } };
}

/** The log is of what was done, so an entry that cannot be written is a fault in the log and undoes nothing. */
export async function writeAudit<Action extends AuditAction>(
  { store, clock, newId, log }: Pick<Deps, "store" | "clock" | "newId" | "log">,
  { action, who, address, subject }: AuditEntry<Action>,
): Promise<void> {
  const entry = {
    id: newId(),
    at: clock.now().toISOString(),
    action,
    who: who?.email ?? "",
    token: who?.token ?? null,
    address,
  };
  try {
    await store.audit.insert({ ...entry, subject: "", about: JSON.stringify(await subject, shortened) });
  } catch (error) {
    log.error("The audit log could not be written", { action, reason: String(error) });
  }
}

/** Strangers send what they like as an e-mail address. */
function shortened(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.slice(0, 500) : value;
}
