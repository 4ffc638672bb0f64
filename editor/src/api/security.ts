import { ask } from "./client.ts";

/** What may be called and who may call back; for everything, or for a flow beyond that. */
export interface Guard {
  /** Addresses and networks that callbacks may come from; none: any. */
  readonly sources: readonly string[];
  /** Number patterns that may be dialled; none: any. */
  readonly allowed: readonly string[];
  readonly denied: readonly string[];
  /** Calls at the same time; null: no limit. */
  readonly concurrent: number | null;
  /** Calls that are started within an hour. */
  readonly perHour: number | null;
}

export interface NamedSecret {
  readonly name: string;
  readonly updatedAt: string;
}

/** All that is written down; a test holds this to the server's list. */
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
  readonly id: string;
  readonly at: string;
  readonly action: AuditAction;
  /** E-mail address; empty when nobody was signed in. */
  readonly who: string;
  /** Name of the API token that was used. */
  readonly token: string | null;
  readonly address: string;
  readonly subject: string;
}

export interface AuditFilter {
  readonly action: AuditAction | undefined;
  readonly who: string;
  /** The last entry that was read. */
  readonly before: AuditEntry | undefined;
  readonly limit: number;
}

const at = (id: string) => encodeURIComponent(id);

export const securityApi = {
  guard: () => ask<Guard>("GET", "/guard"),
  setGuard: (guard: Guard) => ask<void>("PUT", "/guard", guard),
  flowGuard: (flow: string) => ask<Guard>("GET", `/flows/${at(flow)}/guard`),
  setFlowGuard: (flow: string, guard: Guard) => ask<void>("PUT", `/flows/${at(flow)}/guard`, guard),
  tryNumber: (number: string, { allowed, denied }: Pick<Guard, "allowed" | "denied">) =>
    ask<{ allowed: boolean; pattern?: string }>("POST", "/guard/try", { number, allowed, denied }),
  renewKey: (flow: string, graceHours: number) =>
    ask<{ callbackUrl: string; oldUntil: string }>("POST", `/flows/${at(flow)}/key`, { graceHours }),
  secrets: () => ask<{ secrets: readonly NamedSecret[] }>("GET", "/secrets"),
  setSecret: (name: string, value: string) => ask<void>("PUT", `/secrets/${at(name)}`, { value }),
  deleteSecret: (name: string) => ask<void>("DELETE", `/secrets/${at(name)}`),
  audit({ action, who, before, limit }: AuditFilter) {
    const given = { action, who, beforeAt: before?.at, beforeId: before?.id, limit: String(limit) };
    const asked = Object.entries(given).filter((one): one is [string, string] => one[1] !== undefined && one[1] !== "");
    return ask<{ entries: readonly AuditEntry[] }>("GET", `/audit?${new URLSearchParams(asked)}`);
  },
};
