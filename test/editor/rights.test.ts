import { describe, expect, it } from "vitest";
import { mayDo, needed, roles, rolesUpTo } from "../../editor/src/rights.ts";
import { roles as rolesOfServer } from "../../server/src/auth/roles.ts";
import { apiRoutes } from "../../server/src/routes/index.ts";

describe("what the interface offers to a role", () => {
  it("is what the server lets it do", () => {
    expect(roles).toEqual(rolesOfServer);
    const declared = Object.keys(needed).map((name) => [name, apiRoutes[name]?.role]);
    expect(Object.entries(needed)).toEqual(declared);
  });

  it("grows with the role", () => {
    expect(roles.filter((role) => mayDo(role, "publishFlow"))).toEqual(["publisher", "admin"]);
    expect(rolesUpTo("editor")).toEqual(["viewer", "editor"]);
  });
});
