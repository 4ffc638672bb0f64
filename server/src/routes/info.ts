import { z } from "zod";
import { json } from "../api/answer.ts";
import { type Routes, route } from "../api/route.ts";

const info = z.strictObject({
  name: z.literal("OzFlow"),
  version: z.string(),
  pbx: z.enum(["virtual", "ozeki"]),
  publicUrl: z.url(),
});

/** `/api/info`: what anybody may know. */
export const infoRoutes = {
  getInfo: route({
    method: "GET",
    path: "/info",
    role: "anyone",
    summary: "The product, its version and its address",
    answer: json(info),
    run({ phoneSystem, settings: { version, publicUrl } }) {
      return { name: "OzFlow" as const, version, pbx: phoneSystem.current().kind, publicUrl };
    },
  }),
} satisfies Routes;
