import { expect, test } from "vitest";
import type { AuditEvent } from "../../editor/src/api/audit.ts";
import { es } from "../../editor/src/locales/es.ts";
import { auditSubject } from "../../editor/src/settings/audit-subject.ts";

const t = ((address: string, values: Readonly<Record<string, unknown>> = {}) => {
  const text = address.split(".").reduce((at: unknown, key) => (at as Record<string, unknown>)[key], es) as string;
  return text.replace(/\{\{(\w+)\}\}/g, (_blank, name: string) => String(values[name]));
}) as Parameters<typeof auditSubject>[1];

const flow = { id: "R4BqJE2BA_97Lpk9SgwN4g", name: "Office (menu), revision 3" };

test.each<[AuditEvent, string]>([
  [{ action: "signed-in", subject: {} }, ""],
  [{ action: "user-added", subject: { email: "ann@example.com", role: "viewer" } }, "ann@example.com (Lector)"],
  [
    { action: "user-changed", subject: { email: "ann@example.com", role: "editor", active: true } },
    "ann@example.com (Editor)",
  ],
  [
    { action: "user-changed", subject: { email: "ann@example.com", role: "admin", active: false } },
    "ann@example.com (Administrador, desactivado)",
  ],
  [{ action: "token-made", subject: { name: "robot (admin)", role: "viewer" } }, "robot (admin) (Lector)"],
  [{ action: "flow-created", subject: { flow } }, "[flow]"],
  [{ action: "flow-published", subject: { flow, revision: 3 } }, "[flow]revisión 3"],
  [{ action: "call-started", subject: { flow, number: "102", call: "c1" } }, "[flow]al 102, llamada c1"],
  [{ action: "call-started", subject: { flow, number: null, call: "c1" } }, "[flow]a su propio número, llamada c1"],
  [{ action: "call-commanded", subject: { command: "hang-up", call: "7Hdf82" } }, "Colgar: 7Hdf82"],
  [{ action: "guard-changed", subject: { flow: null } }, "todo"],
  [{ action: "guard-changed", subject: { flow } }, "[flow]"],
  [{ action: "phone-system-changed", subject: { url: null } }, "la que está dentro del servidor"],
  [{ action: "phone-system-changed", subject: { url: "http://pbx.example.com" } }, "http://pbx.example.com"],
  [{ action: "table-deleted", subject: { name: "everything" } }, "everything"],
  // Written by an older version: as it stands.
  [
    { action: "flow-published", subject: "Office (R4BqJE2BA_97Lpk9SgwN4g), revision 3" },
    "Office (R4BqJE2BA_97Lpk9SgwN4g), revision 3",
  ],
])("%o: %s", (event, told) => {
  const { flow: linked, text } = auditSubject(event, t);
  expect((linked === undefined ? "" : "[flow]") + text).toBe(told);
  if (linked !== undefined) expect(linked).toEqual(flow);
});
