/** Each may do what those before it may, as on the server. */
export const roles = ["viewer", "editor", "publisher", "admin"] as const;

export type Role = (typeof roles)[number];

/** The role that a route needs, by its name in the OpenAPI document. A test holds this to what the server declares. */
export const needed = {
  createFlow: "editor",
  saveFlow: "editor",
  deleteFlow: "editor",
  publishFlow: "publisher",
  startCall: "publisher",
  renewKey: "publisher",
  setFlowGuard: "publisher",
  saveFlowTests: "editor",
  tryCall: "editor",
  addPrompt: "editor",
  addCalendar: "editor",
  addTable: "editor",
  holdCall: "publisher",
  listUsers: "admin",
  listAudit: "admin",
  setGuard: "admin",
  getPhoneSystem: "admin",
  listSecrets: "editor",
  setSecret: "admin",
} as const satisfies Readonly<Record<string, Role>>;

export type Deed = keyof typeof needed;

export function mayDo(role: Role, deed: Deed): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed[deed]);
}

/** What somebody may give away: their own role and those below. */
export function rolesUpTo(role: Role): readonly Role[] {
  return roles.slice(0, roles.indexOf(role) + 1);
}
