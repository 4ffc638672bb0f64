import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { listExtensions, lookAtHistory, searchContacts } from "../use-cases/look-at-pbx.ts";
import { throughPbx } from "../use-cases/through-pbx.ts";
import { readJson, readQuery } from "./read-json.ts";

const word = z.string().max(200).optional();
const extensionsAsked = z.object({ type: word });
const contactsAsked = z.object({ search: z.string().max(200).default("") });
const historyAsked = z.object({
  page: z.coerce.number().int().min(0).default(0),
  rows: z.coerce.number().int().min(1).max(200).default(20),
  callerId: word,
  callId: word,
  source: word,
  destination: word,
  dialed: word,
  direction: word,
  state: word,
  type: word,
  from: word,
});

const target = z.string().regex(/^[0-9A-Za-z+*#._@-]{1,64}$/, "is a number or an extension, such as 2000");
const side = z.enum(["caller", "callee"]);
const ears = z.enum(["caller", "callee", "all"]).default("all");
const transfer = z.union([
  z.strictObject({ target, transferor: side.default("callee") }),
  z.strictObject({ targetCallId: z.string().min(1).max(64) }),
]);
const play = z.strictObject({ file: z.string().min(1).max(2000), party: ears });
const speak = z.strictObject({ text: z.string().min(1).max(2000), party: ears, language: word, voice: word });
const record = z.strictObject({ format: z.enum(["mp3", "wav"]).default("mp3") });

/** `/api/pbx`: what the phone system knows, and the calls on it, for people. */
export function pbxRoutes(deps: Deps): Hono {
  const { pbx } = deps;
  const routes = new Hono();
  routes.get("/extensions", async (context) => {
    const { type } = readQuery(context, extensionsAsked);
    return context.json({ extensions: await listExtensions(deps, type) });
  });
  routes.get("/contacts", async (context) => {
    const { search } = readQuery(context, contactsAsked);
    return context.json({ contacts: await searchContacts(deps, search) });
  });
  routes.get("/history", async (context) => {
    const { page, rows, ...filter } = readQuery(context, historyAsked);
    const { rows: calls, total } = await lookAtHistory(deps, filter, { page, rows });
    return context.json({ calls, total, page, rows });
  });
  routes.get("/active-calls", async (context) =>
    context.json({ calls: await throughPbx(() => pbx.listActiveCalls()) }),
  );
  routes.route("/active-calls/:callId", activeCallRoutes(deps));
  return routes;
}

/** What can be done to one call; 204 when it was done. */
function activeCallRoutes({ pbx }: Deps): Hono {
  const routes = new Hono();
  const done = async (context: Context, work: (callId: string) => Promise<void>) => {
    await throughPbx(() => work(context.req.param("callId") ?? ""));
    return context.body(null, 204);
  };
  routes.post("/hold", (context) => done(context, (callId) => pbx.hold(callId)));
  routes.post("/unhold", (context) => done(context, (callId) => pbx.unhold(callId)));
  routes.post("/hang-up", (context) => done(context, (callId) => pbx.hangUp(callId)));
  routes.post("/transfer", async (context) => {
    const asked = await readJson(context, transfer);
    return done(context, (callId) =>
      "target" in asked ? pbx.blindTransfer({ callId, ...asked }) : pbx.attendedTransfer({ callId, ...asked }),
    );
  });
  routes.post("/play", async (context) => {
    const asked = await readJson(context, play);
    return done(context, (callId) => pbx.play({ callId, ...asked }));
  });
  routes.post("/speak", async (context) => {
    const asked = await readJson(context, speak);
    return done(context, (callId) => pbx.speak({ callId, ...asked }));
  });
  routes.post("/record", async (context) => {
    const asked = await readJson(context, record);
    return done(context, (callId) => pbx.record({ callId, ...asked }));
  });
  return routes;
}
