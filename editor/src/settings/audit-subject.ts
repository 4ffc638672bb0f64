import type { TFunction } from "i18next";
import type { AuditAction, AuditEntry } from "../api/security.ts";

/** What an act was done to, around the flow it names, if it names one. */
interface AuditSubject {
  readonly before: string;
  readonly flow?: { readonly id: string; readonly name: string };
  readonly after: string;
}

/** The log keeps English (the `audit` of the server's routes); here it is in the language of whoever reads it. */
export function auditSubject({ action, subject }: Pick<AuditEntry, "action" | "subject">, t: TFunction): AuditSubject {
  const told = inOurLanguage[action]?.(subject, t) ?? subject;
  // "Office menu (id)" is a flow, wherever it stands; quotes keep its name apart from what is said around it.
  const found = /“?(?<name>[^“”]*) \((?<id>[\w-]{22})\)”?/.exec(told);
  const { name = "", id = "" } = found?.groups ?? {};
  if (found === null) return { before: told, after: "" };
  return { before: told.slice(0, found.index), flow: { id, name }, after: told.slice(found.index + found[0].length) };
}

type Teller = (subject: string, t: TFunction) => string;

/** "Ann (viewer)", "ann@example.com (editor, deactivated)". */
const withRole: Teller = (subject, t) =>
  subject.replace(
    /\((viewer|editor|publisher|admin)(, active)?(, deactivated)?\)$/,
    (_all, role, _active, off) =>
      `(${t(`roles.${role as "viewer"}`)}${off === undefined ? "" : `, ${t("serverSettings.users.off")}`})`,
  );

const orders = ["hold", "unhold", "transfer", "hang-up", "speak", "play", "record"] as const;

const inOurLanguage: Readonly<Partial<Record<AuditAction, Teller>>> = {
  "user-added": withRole,
  "user-changed": withRole,
  "token-made": withRole,
  "flow-published": (subject, t) =>
    subject.replace(/, revision (\d+)$/, (_all, revision) => t("serverSettings.audit.subjects.revision", { revision })),
  "guard-changed": (subject, t) => (subject === "everything" ? t("serverSettings.audit.subjects.everything") : subject),
  "phone-system-changed": (subject, t) =>
    subject === "virtual" ? t("serverSettings.audit.subjects.virtual") : subject,
  "call-started": (subject, t) =>
    subject.replace(/^(.*?) by (.*), call (\S+)$/, (_all, number, flow, call) =>
      t("serverSettings.audit.subjects.started", {
        number: number === "the flow's number" ? t("serverSettings.audit.subjects.ownNumber") : number,
        flow,
        call,
      }),
    ),
  "call-commanded": (subject, t) => {
    const order = orders.find((one) => subject.startsWith(`${one} `));
    return order === undefined ? subject : `${t(`activeCalls.orders.${order}`)}:${subject.slice(order.length)}`;
  },
};
