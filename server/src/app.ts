import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import type { Deps } from "./deps.ts";
import { Refusal } from "./refusal.ts";
import { callbackRoutes } from "./routes/callbacks.ts";
import { callRoutes } from "./routes/calls.ts";
import { editorRoutes } from "./routes/editor.ts";
import { answerError } from "./routes/errors.ts";
import { exampleRoutes } from "./routes/examples.ts";
import { flowRoutes } from "./routes/flows.ts";
import { operationRoutes } from "./routes/operations.ts";
import { pbxRoutes } from "./routes/pbx.ts";
import { sameOrigin } from "./routes/same-origin.ts";
import { sessionRoutes, signedIn } from "./routes/session.ts";
import { tryCallRoutes } from "./routes/try-calls.ts";

/** Bytes: the largest flow file there can be, in the JSON of a request. */
const maxBody = 40_000_000;

/** The whole server as a function from request to response. Touches nothing but its dependencies. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  // Names one request in the log; a proxy in front may have named it already.
  app.use(requestId());
  app.route("/c", callbackRoutes(deps));
  app.route("/api", apiRoutes(deps));
  app.use(secureHeaders());
  app.route("/", operationRoutes(deps));
  app.route("/", editorRoutes(deps.settings.editorFolder));
  return app;
}

function apiRoutes(deps: Deps): Hono {
  const { version, pbx, publicUrl } = deps.settings;
  const api = new Hono();
  api.onError(answerError(deps.log));
  api.use(secureHeaders(), sameOrigin(publicUrl), bodyLimit({ maxSize: maxBody, onError: tooLarge }));
  api.get("/info", (context) => context.json({ name: "OzFlow", version, pbx, publicUrl }));
  api.route("/session", sessionRoutes(deps));
  api.use(signedIn(deps));
  api.route("/examples", exampleRoutes(deps));
  api.route("/flows", flowRoutes(deps));
  api.route("/calls", callRoutes(deps));
  api.route("/pbx", pbxRoutes(deps));
  api.route("/try/calls", tryCallRoutes(deps));
  api.all("*", () => {
    throw new Refusal("not-found", "There is nothing at this address.");
  });
  return api;
}

function tooLarge(context: Context): never {
  // The rest of the body is not read, so the connection cannot be used again.
  context.header("Connection", "close");
  throw new Refusal("too-large", "The request is larger than any flow can be.");
}
