import { said } from "@ozflow/compiler";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Deps } from "../deps.ts";
import { Refusal } from "../refusal.ts";
import { authorize } from "./authorize.ts";
import { clientAddress } from "./client-address.ts";
import { answerError } from "./errors.ts";
import { isPacked } from "./packed-body.ts";
import type { Route, Routes } from "./route.ts";
import { sameOrigin } from "./same-origin.ts";

/** Declared routes as an app. Nothing is read of a request before it is known who asks and that they may. */
export function serveRoutes(deps: Deps, routes: Routes): Hono {
  const api = new Hono();
  api.onError(answerError(deps.log));
  api.use(async (context, next) => {
    if (!deps.rates.api.take(clientAddress(context, deps.settings))) {
      context.header("Retry-After", "1");
      throw new Refusal("too-many-requests", said`That are more requests than one address may make. Wait a little.`);
    }
    await next();
  });
  api.use(sameOrigin(deps.settings.publicUrl));
  for (const route of Object.values(routes)) serve(api, deps, route);
  api.all("*", async (context) => {
    await authorize(deps, context, { role: "viewer" });
    throw new Refusal("not-found", said`There is nothing at this address.`);
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
    // Unpacked, a small body may be as large as it likes; nobody needs to pack one.
    if (isPacked(context.req.header("Content-Encoding")))
      throw new Refusal("packed-body", said`Send the body as it is, without Content-Encoding.`);
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
  throw new Refusal("too-large", said`The body of this request may have ${maxSize} bytes and has more.`);
}
