import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { requestId } from "hono/request-id";
import { serveDocs } from "./api/docs-page.ts";
import { serveRoutes } from "./api/serve-routes.ts";
import { readCallbackAddress } from "./callback/callback-address.ts";
import type { Deps } from "./deps.ts";
import { audioRoutes } from "./routes/audio.ts";
import { callbackRoutes } from "./routes/callbacks.ts";
import { editorRoutes } from "./routes/editor.ts";
import { apiRoutes } from "./routes/index.ts";
import { operationRoutes } from "./routes/operations.ts";
import { securityHeaders } from "./security-headers.ts";

/** The whole server, as Node's own calls it. Touches nothing but its dependencies. */
export function createApp(deps: Deps): RequestListener {
  const answerCallback = callbackRoutes(deps);
  const answerOthers = getRequestListener(createWeb(deps).fetch);
  return (incoming, outgoing) => {
    const callback = readCallbackAddress(incoming.url ?? "");
    if (callback === undefined) void answerOthers(incoming, outgoing);
    else void answerCallback(callback, incoming, outgoing);
  };
}

/** What people and programs ask for: all but callbacks, as a function from request to response. */
export function createWeb(deps: Deps): Hono {
  const web = new Hono();
  // Names one request in the log; a proxy in front may have named it already.
  web.use(requestId());
  web.route("/audio", audioRoutes(deps));
  web.use(securityHeaders(deps.settings));
  web.route("/api", serveDocs(deps.settings, apiRoutes));
  web.route("/api", serveRoutes(deps, apiRoutes));
  web.route("/", operationRoutes(deps));
  web.route("/", editorRoutes(deps.settings.editorFolder));
  return web;
}
