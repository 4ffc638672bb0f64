import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { clientAddress } from "../api/client-address.ts";
import type { Deps } from "../deps.ts";
import { emptyDocument } from "../fallback-document.ts";
import type { Parameters } from "../notification.ts";
import { TooLate, within } from "../operations/deadline.ts";
import { readParameters } from "../read-parameters.ts";
import { answerCallback, type CallbackPlace } from "../use-cases/answer-callback.ts";
import { endCall } from "../use-cases/end-call.ts";

/** Bytes. A notification is a few hundred; a recording comes as an address. */
const maxBody = 64 * 1024;

/** Query parameters that are ours; a flow's variables may have the same names. */
const ownParameters = new Set(["s", "t", "p"]);

/** `/c/...`: what the PBX asks. Whatever happens, the status is 200 and the body is OzML. */
export function callbackRoutes(deps: Deps): Hono {
  const routes = new Hono();
  const apologize = (context: Context, reason: string, kind: "refused" | "late" | "fault" | "overload" = "refused") => {
    const request = context.get("requestId");
    deps.log.error("A caller got the fallback document", { request, reason, path: withoutKey(context.req.path) });
    deps.metrics.fallbacks.inc({ reason: kind });
    return ozml(context, deps.fallbacks.known(context.req.path.split("/")[2] ?? ""));
  };
  routes.onError((error, context) => apologize(context, error.message, error instanceof TooLate ? "late" : "fault"));
  routes.use(async (context, next) => {
    const begins = context.req.path.split("/").length <= 3;
    if (!deps.overload.admit(begins ? "new-call" : "running-call")) {
      deps.metrics.callbacks.inc({ outcome: "shed" });
      return apologize(context, "the server has more to do than it can", "overload");
    }
    const stopwatch = deps.metrics.callbackSeconds.startTimer();
    try {
      await next();
    } finally {
      const seconds = stopwatch();
      const request = context.get("requestId");
      deps.log.debug("A callback was answered", { request, path: withoutKey(context.req.path), seconds });
      deps.overload.done();
    }
  });
  routes.use(async (context, next) => {
    const address = clientAddress(context, deps.settings);
    if (deps.guards.letsIn(address)) return await next();
    return apologize(context, `callbacks from ${address} are not taken`);
  });
  routes.use(
    bodyLimit({
      maxSize: maxBody,
      onError: (context) => {
        // The rest of the body is not read, so the connection cannot be used again.
        context.header("Connection", "close");
        return apologize(context, `the request is larger than ${maxBody} bytes`);
      },
    }),
  );

  routes.on(["GET", "POST"], "/:flowKey", async (context) => {
    const parameters = await readParameters(context);
    return ozml(
      context,
      await answerCallback(deps, {
        flowKey: context.req.param("flowKey"),
        parameters,
        address: clientAddress(context, deps.settings),
        request: context.get("requestId"),
      }),
    );
  });

  routes.on(["GET", "POST"], "/:flowKey/:end{finished|error}", async (context) => {
    const end = context.req.param("end") === "finished" ? "finished" : "error";
    const parameters = withoutOwn(await readParameters(context));
    const told = endCall(deps, { end, session: context.req.query("s"), parameters });
    await within(deps.settings.callbackSeconds, told);
    return ozml(context, emptyDocument);
  });

  routes.on(["GET", "POST"], "/:flowKey/:revision/:document", async (context) => {
    const { flowKey, revision, document } = context.req.param();
    const place: CallbackPlace = {
      revision: wholeNumber(revision),
      document,
      session: context.req.query("s"),
      turn: wholeNumber(context.req.query("t")),
      site: wholeNumber(context.req.query("p")),
    };
    const parameters = withoutOwn(await readParameters(context));
    return ozml(
      context,
      await answerCallback(deps, {
        flowKey,
        place,
        parameters,
        address: clientAddress(context, deps.settings),
        request: context.get("requestId"),
      }),
    );
  });
  routes.all("*", (context) => apologize(context, "no flow has such an address"));
  return routes;
}

function ozml(context: Context, xml: string): Response {
  return context.body(xml, 200, { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "no-store" });
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** The key in an address is what calls a flow, so only its beginning is written down. */
function withoutKey(path: string): string {
  return path.replace(/^(\/c\/[^/]{0,6})[^/]*/, "$1…");
}

function withoutOwn(parameters: Parameters): Parameters {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => !ownParameters.has(name)));
}
