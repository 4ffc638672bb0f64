import type { Role } from "../rights.ts";
import { ask } from "./client.ts";
import type { CallOrder } from "./pbx.ts";

type Nothing = Readonly<Record<string, never>>;
interface Named {
  readonly name: string;
}
interface Account {
  readonly email: string;
}
interface OfRole {
  readonly role: Role;
}
/** Its name as it was then or is now; also of flows that are deleted. */
export interface AuditedFlow {
  readonly id: string;
  readonly name: string;
}
interface OfFlow {
  readonly flow: AuditedFlow;
}

/** All doings that are written down, each with what it was done to. A test holds this to the server's list. */
export interface AuditSubjects {
  readonly "signed-in": Nothing;
  readonly "sign-in-refused": Account;
  readonly "signed-out": Nothing;
  readonly "signed-out-everywhere": Nothing;
  readonly "password-changed": Nothing;
  readonly "user-added": Account & OfRole;
  readonly "user-changed": Account & OfRole & { readonly active: boolean };
  readonly "user-removed": Account;
  readonly "password-reset": Account;
  readonly "token-made": Named & OfRole;
  readonly "token-revoked": Named;
  readonly "flow-created": OfFlow;
  readonly "flow-published": OfFlow & { readonly revision: number };
  readonly "flow-deleted": OfFlow;
  readonly "key-renewed": OfFlow;
  /** null: the guard of everything. */
  readonly "guard-changed": { readonly flow: AuditedFlow | null };
  /** null: the number that the flow calls by itself. */
  readonly "call-started": OfFlow & { readonly number: string | null; readonly call: string };
  readonly "call-commanded": { readonly command: CallOrder["order"]; readonly call: string };
  /** null: the one inside the server. */
  readonly "phone-system-changed": { readonly url: string | null };
  readonly "calendar-changed": Named;
  readonly "calendar-deleted": Named;
  readonly "table-changed": Named;
  readonly "table-deleted": Named;
  readonly "secret-set": Named;
  readonly "secret-deleted": Named;
}

export type AuditAction = keyof AuditSubjects;

/** A doing, and what it was done to. A string is the sentence of an entry from before values were kept. */
export type AuditEvent = {
  [Action in AuditAction]: { readonly action: Action; readonly subject: AuditSubjects[Action] | string };
}[AuditAction];

export type AuditEntry = AuditEvent & {
  readonly id: string;
  readonly at: string;
  /** E-mail address; empty when nobody was signed in. */
  readonly who: string;
  /** Name of the API token that was used. */
  readonly token: string | null;
  readonly address: string;
};

export interface AuditFilter {
  readonly action: AuditAction | undefined;
  readonly who: string;
  /** The last entry that was read. */
  readonly before: AuditEntry | undefined;
  readonly limit: number;
}

export function readAudit({ action, who, before, limit }: AuditFilter) {
  const given = { action, who, beforeAt: before?.at, beforeId: before?.id, limit: String(limit) };
  const asked = Object.entries(given).filter((one): one is [string, string] => one[1] !== undefined && one[1] !== "");
  return ask<{ entries: readonly AuditEntry[] }>("GET", `/audit?${new URLSearchParams(asked)}`);
}
