import { expect } from "vitest";
import { statusOf } from "../../server/src/api/refusal-codes.ts";
import type { Route } from "../../server/src/api/route.ts";
import { refusalsOf } from "../../server/src/api/route.ts";
import { apiRoutes } from "../../server/src/routes/index.ts";

/** The route an address leads to, as Hono would choose it; undefined where nothing is declared. */
export function findRoute(method: string, path: string): Route | undefined {
  const asked = path.split("?")[0] ?? "";
  return Object.values(apiRoutes).find(
    (route) => route.method === method && new RegExp(`^${route.path.replaceAll(/:\w+/g, "[^/]+")}$`).test(asked),
  );
}

/** An answer is one that its route declares: the status, the code of a refusal, every name of the JSON and no other. */
export function expectDeclared(method: string, path: string, status: number, body: unknown): void {
  const route = findRoute(method, path);
  if (route === undefined) {
    expect([401, 404], `${method} ${path} is not declared`).toContain(status);
    return;
  }
  if (status === route.answer.status) {
    const error = route.answer.schema?.safeParse(body).error;
    expect(error?.message, `the answer of ${method} ${path}`).toBeUndefined();
    return;
  }
  const code = (body as { readonly error?: { readonly code?: string } }).error?.code ?? "";
  const declared: readonly string[] = refusalsOf(route);
  expect(declared, `${method} ${path} refuses with ${code}`).toContain(code.replace(/^pbx-.*/, "pbx"));
  expect(status).toBe(statusOf(code));
}
