import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { json, media, nothing } from "../api/answer.ts";
import { jsonBody } from "../api/body.ts";
import { type Routes, route } from "../api/route.ts";
import { created } from "../api/shapes.ts";
import { findTryCall, tryCall } from "../use-cases/calls/try-call.ts";

const number = z.string().max(64);
const attempt = z.strictObject({
  flowId: z.string(),
  caller: number.optional(),
  dialed: number.optional(),
  script: z.string().max(10_000).optional(),
  speed: z.number().min(0).max(100).optional(),
});
const keys = z.strictObject({ keys: z.string().regex(/^[0-9*#]{1,32}$/, "keys are 0-9, * and #") });

/** `/api/try/calls`: calls from the dial pad or a caller script to a published flow. */
export const tryCallRoutes = {
  tryCall: route({
    method: "POST",
    path: "/try/calls",
    role: "editor",
    summary: "Have the virtual phone system call a published flow",
    body: jsonBody(attempt),
    answer: json(created, 201),
    refusals: ["not-found", "not-published", "bad-script", "speed-needs-script"],
    run: (deps, { body }) => tryCall(deps, body),
  }),
  followTryCall: route({
    method: "GET",
    path: "/try/calls/:id/events",
    role: "editor",
    summary: "What comes over the line, event by event",
    answer: media("text/event-stream"),
    refusals: ["not-found"],
    run(deps, { params, context }) {
      const call = findTryCall(deps, params.id);
      return streamSSE(context, async (stream) => {
        const gone = new AbortController();
        stream.onAbort(() => gone.abort());
        for await (const event of call.events.follow(gone.signal)) {
          await stream.writeSSE({ data: JSON.stringify(event) });
        }
      });
    },
  }),
  pressKeys: route({
    method: "POST",
    path: "/try/calls/:id/keys",
    role: "editor",
    summary: "Press keys on the dial pad of a call that is tried",
    body: jsonBody(keys),
    answer: nothing,
    refusals: ["not-found"],
    run: (deps, { params, body }) => findTryCall(deps, params.id).press(body.keys),
  }),
  hangUpTryCall: route({
    method: "DELETE",
    path: "/try/calls/:id",
    role: "editor",
    summary: "Hang up a call that is tried",
    answer: nothing,
    refusals: ["not-found"],
    run: (deps, { params }) => findTryCall(deps, params.id).hangUp("caller"),
  }),
} satisfies Routes;
