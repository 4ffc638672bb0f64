import { createRequire } from "node:module";
import { dirname } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { Settings } from "../deps.ts";
import { describeRoutes } from "./openapi.ts";
import type { Routes } from "./route.ts";

const require = createRequire(import.meta.url);
const swaggerFolder = dirname(require.resolve("swagger-ui-dist/package.json"));
const swaggerFiles = ["swagger-ui.css", "swagger-ui-bundle.js"];

/** `/api/openapi.json` and `/api/docs`, a page to read and try it. Anybody may: neither tells what the source does not. */
export function serveDocs(settings: Pick<Settings, "version" | "publicUrl">, routes: Routes): Hono {
  const app = new Hono();
  // Described when somebody asks for the first time: it takes as long as much of the start of a server.
  let document: string | undefined;
  app.get("/openapi.json", (context) => {
    document ??= JSON.stringify(describeRoutes(routes, settings));
    return context.body(document, 200, { "Content-Type": "application/json" });
  });
  app.get("/docs", (context) => context.html(page));
  app.get("/docs/start.js", (context) => context.body(start, 200, { "Content-Type": "text/javascript" }));
  for (const file of swaggerFiles) app.get(`/docs/${file}`, serveStatic({ root: swaggerFolder, path: file }));
  return app;
}

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · OzFlow</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="docs/swagger-ui.css">
<div id="api"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</html>`;

// Without validatorUrl the page would show the document to a stranger's server.
const start = `SwaggerUIBundle({ url: "openapi.json", dom_id: "#api", validatorUrl: null, deepLinking: true });`;
