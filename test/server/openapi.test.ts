import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWeb } from "../../server/src/app.ts";
import { apiRoutes } from "../../server/src/routes/index.ts";
import { guardedDeps } from "../support/guarded-deps.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

// That answers are what is declared is checked for every request of every server test: see test/support/declared.ts.

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const readDocument = async () => JSON.parse(await (await fetch(`${server.url}/api/openapi.json`)).text());

describe("the OpenAPI document", () => {
  test("is one", async () => {
    const result = await new Validator().validate(await readDocument());
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  test("names every route by its own name, and no reference leads nowhere", async () => {
    const document = await readDocument();
    const operations = Object.values<object>(document.paths).flatMap((path) => Object.values(path));
    expect(operations.map((one) => one.operationId).sort()).toEqual(Object.keys(apiRoutes).sort());
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(10);
    for (const [, name = ""] of references) expect(document.components.schemas).toHaveProperty(name);
    expect(JSON.stringify(document)).not.toContain("#/$defs/");
  });

  test("says of a flow what the compiler says", async () => {
    const { Flow } = (await readDocument()).components.schemas;
    expect(Flow.properties.steps.items.oneOf.length).toBeGreaterThan(30);
  });
});

describe("the running server", () => {
  const served = createWeb(guardedDeps())
    .routes.filter(({ path, method }) => path.startsWith("/api/") && method !== "ALL")
    .map(({ path, method }) => `${method} ${path}`);
  const documentation = [
    "/openapi.json",
    "/docs",
    "/docs/start.js",
    "/docs/swagger-ui.css",
    "/docs/swagger-ui-bundle.js",
  ];

  test("answers what is declared, and nothing else under /api", () => {
    const declared = Object.values(apiRoutes).map(({ method, path }) => `${method} /api${path}`);
    expect([...new Set(served)].sort()).toEqual(
      [...declared, ...documentation.map((path) => `GET /api${path}`)].sort(),
    );
  });

  test.each(Object.entries(apiRoutes))("%s exists for somebody who may do everything", async (_name, route) => {
    const path = `/api${route.path.replaceAll(/:\w+/g, "none")}`;
    const { status, body } = await server.api(
      route.method,
      path.slice("/api".length),
      route.method === "GET" ? undefined : {},
    );
    expect([200, 201, 204, 400, 401, 404, 422, 502]).toContain(status);
    if (status === 404) expect(body.error.message).not.toBe("There is nothing at this address.");
  });

  test.each(documentation)("%s is served by us", async (path) => {
    const response = await fetch(`${server.url}/api${path}`);
    expect(response.status).toBe(200);
    expect((await response.text()).length).toBeGreaterThan(50);
  });
});
