import { expect, expectTypeOf, it } from "vitest";
import type { AuditSubjects } from "../../editor/src/api/audit.ts";
import { serverSettings } from "../../editor/src/locales/server-settings.en.ts";
import { auditActions } from "../../editor/src/settings/audit-subject.ts";
import { type AuditAction, type AuditSubject, auditSubjects } from "../../server/src/audit.ts";

it("everything that the server writes into its audit log has words in the interface", () => {
  expect(auditActions).toEqual(Object.keys(auditSubjects));
  expect(Object.keys(serverSettings.audit.actions).toSorted()).toEqual(auditActions.toSorted());
});

it("what was done to it has the shape there that the server gives it, or it does not compile", () => {
  type Written = { [Action in AuditAction]: AuditSubject<Action> };
  expectTypeOf<Written>().toExtend<AuditSubjects>();
  expectTypeOf<AuditSubjects>().toExtend<Written>();
});
