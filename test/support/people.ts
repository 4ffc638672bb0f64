import type { Role } from "../../server/src/auth/roles.ts";
import type { TestServer } from "./test-server.ts";

/** Somebody with a role, and what they send with their requests. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly headers: Readonly<Record<string, string>>;
}

export async function addPerson(server: TestServer, role: Role): Promise<Person> {
  const email = `${role}-${Math.random().toString(36).slice(2)}@example.com`;
  const { body } = await server.api("POST", "/users", { email, name: `The ${role}`, role });
  const cookie = await enter(server, { email, password: body.password });
  return { id: body.user.id, email, password: body.password, headers: { cookie } };
}

let lastHost = 0;

/** Signs in from a computer of its own, so that many can; the server must have been started with `ownProxy`. */
export async function enter(
  server: TestServer,
  { email, password }: Pick<Person, "email" | "password">,
): Promise<string> {
  lastHost += 1;
  const from = { "x-forwarded-for": `10.1.${lastHost >> 8}.${lastHost & 255}` };
  const response = await send(server, "POST", "/api/session", from, { email, password });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}

/** The tests are a proxy whose word counts. */
export const ownProxy = { TRUST_PROXY: "127.0.0.1" };

/** A request as it stands, without the help of `server.api`. */
export function send(
  server: TestServer,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: unknown,
): Promise<Response> {
  const init = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  return fetch(`${server.url}${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...init,
  });
}
