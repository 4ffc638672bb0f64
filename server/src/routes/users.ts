import { z } from "zod";
import { json, untold } from "../api/answer.ts";
import { jsonBody } from "../api/body.ts";
import { type Routes, route } from "../api/route.ts";
import { time } from "../api/shapes.ts";
import { passwordLength } from "../auth/better-auth.ts";
import { roles } from "../auth/roles.ts";
import { listTokens, makeToken, revokeToken } from "../use-cases/users/manage-tokens.ts";
import { addUser, changeUser, listUsers, removeUser, resetPassword } from "../use-cases/users/manage-users.ts";

const role = z.enum(roles);
const name = z.string().trim().min(1).max(120);
const password = z.string().min(passwordLength.min).max(passwordLength.max);
const account = z
  .strictObject({ id: z.string(), email: z.string(), name: z.string(), role, active: z.boolean(), createdAt: time })
  .meta({ id: "Account" });
const token = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    role,
    owner: z.string(),
    createdAt: time,
    expiresAt: time.nullable(),
    usedAt: time.nullable(),
  })
  .meta({ id: "ApiToken" });

/** `/api/users` and `/api/tokens`: who may come in. */
export const userRoutes = {
  listUsers: route({
    method: "GET",
    path: "/users",
    role: "admin",
    summary: "Everybody who may sign in",
    answer: json(z.strictObject({ users: z.array(account) })),
    run: async (deps) => ({ users: await listUsers(deps) }),
  }),
  addUser: route({
    method: "POST",
    path: "/users",
    role: "admin",
    byPersonOnly: true,
    summary: "Let somebody in; without a password one is made and told once",
    body: jsonBody(z.strictObject({ email: z.email().max(320), name, role, password: password.optional() })),
    answer: json(z.strictObject({ user: account, password: z.string().optional() }), 201),
    refusals: ["conflict"],
    audit: { action: "user-added", subject: ({ body: { email, role } }) => ({ email, role }) },
    run: (deps, { body }) => addUser(deps, body),
  }),
  changeUser: route({
    method: "PUT",
    path: "/users/:id",
    role: "admin",
    byPersonOnly: true,
    summary: "Another name or role, or deactivated; signs the user out",
    body: jsonBody(z.strictObject({ name: name.optional(), role: role.optional(), active: z.boolean().optional() })),
    answer: json(account),
    refusals: ["not-found", "last-admin"],
    audit: {
      action: "user-changed",
      subject: (_asked, { email, role, active }) => ({ email, role, active }),
    },
    run: (deps, { params, body }) => changeUser(deps, { ...params, ...body }),
  }),
  removeUser: route({
    method: "DELETE",
    path: "/users/:id",
    role: "admin",
    byPersonOnly: true,
    summary: "Remove a user with their sessions and tokens; what they did stays in the audit log",
    answer: json(account),
    refusals: ["not-found", "last-admin"],
    audit: { action: "user-removed", subject: (_asked, { email }) => ({ email }) },
    run: (deps, { params }) => removeUser(deps, params.id),
  }),
  resetPassword: route({
    method: "POST",
    path: "/users/:id/password",
    role: "admin",
    byPersonOnly: true,
    summary: "Make a new password, told once; signs the user out",
    answer: json(z.strictObject({ user: account, password: z.string() })),
    refusals: ["not-found"],
    audit: { action: "password-reset", subject: (_asked, { user: { email } }) => ({ email }) },
    run: (deps, { params }) => resetPassword(deps, params.id),
  }),
  listTokens: route({
    method: "GET",
    path: "/tokens",
    role: "viewer",
    summary: "One's own API tokens; an administrator sees all",
    answer: json(z.strictObject({ tokens: z.array(token) })),
    run: async (deps, { who }) => ({ tokens: await listTokens(deps, who) }),
  }),
  makeToken: route({
    method: "POST",
    path: "/tokens",
    role: "viewer",
    byPersonOnly: true,
    summary: "Make a token for a program; it is told once",
    body: jsonBody(z.strictObject({ name, role, days: z.int().min(1).max(3650).optional() })),
    answer: json(token.extend({ token: z.string() }), 201),
    audit: { action: "token-made", subject: ({ body: { name, role } }) => ({ name, role }) },
    refusals: ["not-allowed"],
    run: (deps, { who, body }) => makeToken(deps, { who, ...body }),
  }),
  revokeToken: route({
    method: "DELETE",
    path: "/tokens/:id",
    role: "viewer",
    summary: "Revoke a token at once",
    answer: untold,
    refusals: ["not-found"],
    audit: { action: "token-revoked", subject: (_asked, name) => ({ name }) },
    run: (deps, { who, params }) => revokeToken(deps, who, params.id),
  }),
} satisfies Routes;
