import type { TFunction } from "i18next";
import type { AuditAction, AuditEvent, AuditedFlow, AuditSubjects } from "../api/audit.ts";
import type { Role } from "../rights.ts";

/** What a doing was done to, in the language of the interface: a flow, which links lead to, and what is said beside it. */
interface Told {
  readonly flow?: AuditedFlow;
  readonly text: string;
}

export function auditSubject({ action, subject }: AuditEvent, t: TFunction): Told {
  if (typeof subject === "string") return { text: subject };
  // The subject is that of the action, which the compiler cannot follow through the table.
  return (tellers[action] as (subject: unknown, t: TFunction) => Told)(subject, t);
}

const nothing = (): Told => ({ text: "" });
const name = ({ name }: { readonly name: string }): Told => ({ text: name });
const email = ({ email }: { readonly email: string }): Told => ({ text: email });
const flow = ({ flow }: { readonly flow: AuditedFlow }): Told => ({ flow, text: "" });
const withRole = (name: string, role: Role, t: TFunction): Told => ({ text: `${name} (${t(`roles.${role}`)})` });

type Tellers = { readonly [Action in AuditAction]: (subject: AuditSubjects[Action], t: TFunction) => Told };

const tellers: Tellers = {
  "signed-in": nothing,
  "sign-in-refused": email,
  "signed-out": nothing,
  "signed-out-everywhere": nothing,
  "password-changed": nothing,
  "user-added": ({ email, role }, t) => withRole(email, role, t),
  "user-changed": ({ email, role, active }, t) =>
    active
      ? withRole(email, role, t)
      : { text: t("serverSettings.audit.subjects.deactivated", { email, role: t(`roles.${role}`) }) },
  "user-removed": email,
  "password-reset": email,
  "token-made": ({ name, role }, t) => withRole(name, role, t),
  "token-revoked": name,
  "flow-created": flow,
  "flow-published": ({ flow, revision }, t) => ({
    flow,
    text: t("serverSettings.audit.subjects.revision", { revision }),
  }),
  "flow-deleted": flow,
  "key-renewed": flow,
  "guard-changed": ({ flow }, t) =>
    flow === null ? { text: t("serverSettings.audit.subjects.everything") } : { flow, text: "" },
  "call-started": ({ flow, number, call }, t) => ({
    flow,
    text:
      number === null
        ? t("serverSettings.audit.subjects.startedOwn", { call })
        : t("serverSettings.audit.subjects.started", { number, call }),
  }),
  "call-commanded": ({ command, call }, t) => ({ text: `${t(`activeCalls.orders.${command}`)}: ${call}` }),
  "phone-system-changed": ({ url }, t) => ({ text: url ?? t("serverSettings.audit.subjects.virtual") }),
  "calendar-changed": name,
  "calendar-deleted": name,
  "table-changed": name,
  "table-deleted": name,
  "secret-set": name,
  "secret-deleted": name,
};

export const auditActions = Object.keys(tellers) as readonly AuditAction[];
