import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Deps } from "../deps.ts";
import { Refusal } from "../refusal.ts";
import { authorize } from "./authorize.ts";
import { answerError } from "./errors.ts";
import type { Route, Routes } from "./route.ts";
import { sameOrigin } from "./same-origin.ts";

/** Declared routes as an app. Nothing is read of a request before it is known who asks and that they may. */
export function serveRoutes(deps: Deps, routes: Routes): Hono {
  const api = new Hono();
  api.onError(answerError(deps.log));
  api.use(sameOrigin(deps.settings.publicUrl));
  for (const route of Object.values(routes)) serve(api, deps, route);
  api.all("*", async (context) => {
    await authorize(deps, context, { role: "viewer" });
    throw new Refusal("not-found", "There is nothing at this address.");
  });
  return api;
}

/** Bytes. A body that no route asked for is let be, as long as it is none to speak of. */
const unreadBody = 1024;

function serve(api: Hono, deps: Deps, route: Route): void {
  const maxSize = route.body?.maxBytes ?? unreadBody;
  const limit = bodyLimit({ maxSize, onError: (context) => tooLarge(context, maxSize) });
  api.on(route.method, route.path, async (context) => {
    const who = await authorize(deps, context, route);
    let response: Response | undefined;
    await limit(context, async () => {
      response = await route.handle(deps, context, who);
    });
    return response ?? context.notFound();
  });
}

function tooLarge(context: Context, maxSize: number): never {
  // The rest of the body is not read, so the connection cannot be used again.
  context.header("Connection", "close");
  throw new Refusal("too-large", `The body of this request may have ${maxSize} bytes and has more.`);
}
