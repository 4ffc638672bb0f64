import { Hono } from "hono";
import { requestId } from "hono/request-id";
import { serveDocs } from "./api/docs-page.ts";
import { serveRoutes } from "./api/serve-routes.ts";
import type { Deps } from "./deps.ts";
import { audioRoutes } from "./routes/audio.ts";
import { callbackRoutes } from "./routes/callbacks.ts";
import { editorRoutes } from "./routes/editor.ts";
import { apiRoutes } from "./routes/index.ts";
import { operationRoutes } from "./routes/operations.ts";
import { securityHeaders } from "./security-headers.ts";

/** The whole server as a function from request to response. Touches nothing but its dependencies. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  // Names one request in the log; a proxy in front may have named it already.
  app.use(requestId());
  app.route("/c", callbackRoutes(deps));
  app.route("/audio", audioRoutes(deps));
  app.use(securityHeaders(deps.settings));
  app.route("/api", serveDocs(deps.settings, apiRoutes));
  app.route("/api", serveRoutes(deps, apiRoutes));
  app.route("/", operationRoutes(deps));
  app.route("/", editorRoutes(deps.settings.editorFolder));
  return app;
}
