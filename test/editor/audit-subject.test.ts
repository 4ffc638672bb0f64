import { expect, test } from "vitest";
import type { AuditAction } from "../../editor/src/api/security.ts";
import { es } from "../../editor/src/locales/es.ts";
import { auditSubject } from "../../editor/src/settings/audit-subject.ts";

const t = ((address: string, values: Readonly<Record<string, string>> = {}) => {
  const text = address.split(".").reduce((at: unknown, key) => (at as Record<string, unknown>)[key], es) as string;
  return text.replace(/\{\{(\w+)\}\}/g, (_blank, name: string) => values[name] ?? "");
}) as Parameters<typeof auditSubject>[1];

const id = "R4BqJE2BA_97Lpk9SgwN4g";

test.each<[AuditAction, string, string]>([
  ["user-added", "ann@example.com (viewer)", "ann@example.com (Lector)"],
  ["user-changed", "ann@example.com (editor, active)", "ann@example.com (Editor)"],
  ["user-changed", "ann@example.com (admin, deactivated)", "ann@example.com (Administrador, desactivado)"],
  ["flow-published", `Office (menu) (${id}), revision 3`, "[Office (menu)], revisión 3"],
  ["flow-deleted", `Office (${id})`, "[Office]"],
  ["call-started", `102 by Office (${id}), call c1`, "102 con [Office], llamada c1"],
  [
    "call-started",
    `the flow's number by Stand by me (${id}), call c1`,
    "el número del flujo con [Stand by me], llamada c1",
  ],
  ["call-commanded", "hang-up 7Hdf82", "Colgar: 7Hdf82"],
  ["guard-changed", "everything", "todo"],
  ["guard-changed", `Office (${id})`, "[Office]"],
  ["phone-system-changed", "virtual", "la que está dentro del servidor"],
  ["phone-system-changed", "http://pbx.example.com", "http://pbx.example.com"],
  ["table-deleted", "everything", "everything"],
])("%s: %s", (action, subject, told) => {
  const { before, flow, after } = auditSubject({ action, subject }, t);
  expect(before + (flow === undefined ? "" : `[${flow.name}]`) + after).toBe(told);
  if (flow !== undefined) expect(flow.id).toBe(id);
});
