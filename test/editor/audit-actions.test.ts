import { expect, it } from "vitest";
import { auditActions } from "../../editor/src/api/security.ts";
import { serverSettings } from "../../editor/src/locales/server-settings.en.ts";
import { auditActions as written } from "../../server/src/audit.ts";

it("everything that the server writes into its audit log has words in the interface", () => {
  expect(auditActions).toEqual(written);
  expect(Object.keys(serverSettings.audit.actions).toSorted()).toEqual(written.toSorted());
});
