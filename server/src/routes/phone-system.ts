import { z } from "zod";
import { json, nothing } from "../api/answer.ts";
import { jsonBody } from "../api/body.ts";
import { type Routes, route } from "../api/route.ts";
import { words } from "../api/shapes.ts";
import { ozekiSystemSchema, phoneSystemSchema } from "../pbx/phone-system.ts";
import { setPhoneSystem, testPhoneSystem, viewPhoneSystem } from "../use-cases/phone-system/set-phone-system.ts";

const system = z
  .union([
    z.strictObject({ kind: z.literal("virtual") }),
    z.strictObject({ ...ozekiSystemSchema.shape, url: z.string(), user: z.string() }),
  ])
  .meta({ id: "PhoneSystem", description: "The one inside the server, or an Ozeki system" });
/** Without a password: the one that is kept, if it is for the same user of the same system. */
const written = z.strictObject({ system: phoneSystemSchema, password: z.string().max(1000).optional() });

/** `/api/pbx/settings`: which phone system calls go through. */
export const phoneSystemRoutes = {
  getPhoneSystem: route({
    method: "GET",
    path: "/pbx/settings",
    role: "admin",
    summary: "Which phone system calls go through; its password is never told",
    answer: json(z.strictObject({ system, hasPassword: z.boolean(), isFixed: z.boolean() })),
    run: (deps) => viewPhoneSystem(deps),
  }),
  setPhoneSystem: route({
    method: "PUT",
    path: "/pbx/settings",
    role: "admin",
    summary: "Have calls go through this phone system from now on",
    body: jsonBody(written),
    answer: nothing,
    refusals: ["set-elsewhere", "wrong-value"],
    audit: {
      action: "phone-system-changed",
      subject: ({ body: { system } }) => ({ url: system.kind === "ozeki" ? system.url : null }),
    },
    run: (deps, { body }) => setPhoneSystem(deps, body),
  }),
  testPhoneSystem: route({
    method: "POST",
    path: "/pbx/settings/test",
    role: "admin",
    summary: "Whether this phone system answers, without using it for anything",
    body: jsonBody(written),
    answer: json(
      z.strictObject({
        works: z.boolean(),
        fault: z.string().nullable(),
        words: words.nullable(),
        calls: z.int().nullable(),
        ms: z.int(),
      }),
    ),
    refusals: ["wrong-value"],
    run: (deps, { body }) => testPhoneSystem(deps, body),
  }),
} satisfies Routes;
