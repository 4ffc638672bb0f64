import type { Context } from "hono";
import { z } from "zod";
import { nothing } from "../api/answer.ts";
import { jsonBody } from "../api/body.ts";
import { type Routes, route } from "../api/route.ts";
import { checkNumber } from "../use-cases/check-outgoing-call.ts";
import { throughPbx } from "../use-cases/through-pbx.ts";

const target = z.string().regex(/^[0-9A-Za-z+*#._@-]{1,64}$/, "is a number or an extension, such as 2000");
const side = z.enum(["caller", "callee"]);
const ears = z.enum(["caller", "callee", "all"]).default("all");
const word = z.string().max(200).optional();
const transfer = z.union([
  z.strictObject({ target, transferor: side.default("callee") }),
  z.strictObject({ targetCallId: z.string().min(1).max(64) }),
]);

const order = {
  method: "POST",
  role: "publisher",
  answer: nothing,
  refusals: ["pbx"],
  audit: { action: "call-commanded", subject: commandOf },
} as const;

/** "hang-up 7Hdf82": what was done to which call, as the address says it. */
function commandOf({ context }: { readonly context: Context }): string {
  const [callId, command] = context.req.path.split("/").slice(-2);
  return `${command} ${callId}`;
}

/** `/api/pbx/active-calls/{callId}`: what can be done to a call that is on. */
export const activeCallRoutes = {
  holdCall: route({
    ...order,
    path: "/pbx/active-calls/:callId/hold",
    summary: "Put a call on hold",
    run: ({ pbx }, { params }) => throughPbx(() => pbx.hold(params.callId)),
  }),
  unholdCall: route({
    ...order,
    path: "/pbx/active-calls/:callId/unhold",
    summary: "Take a call off hold",
    run: ({ pbx }, { params }) => throughPbx(() => pbx.unhold(params.callId)),
  }),
  hangUpCall: route({
    ...order,
    path: "/pbx/active-calls/:callId/hang-up",
    summary: "End a call",
    run: ({ pbx }, { params }) => throughPbx(() => pbx.hangUp(params.callId)),
  }),
  transferCall: route({
    ...order,
    path: "/pbx/active-calls/:callId/transfer",
    summary: "Transfer a call to a number, or join it with another call",
    body: jsonBody(transfer),
    refusals: ["pbx", "number-not-allowed"],
    async run(deps, { params, body }) {
      if ("target" in body) await checkNumber(deps, body.target);
      const { pbx } = deps;
      await throughPbx(() =>
        "target" in body ? pbx.blindTransfer({ ...params, ...body }) : pbx.attendedTransfer({ ...params, ...body }),
      );
    },
  }),
  playInCall: route({
    ...order,
    path: "/pbx/active-calls/:callId/play",
    summary: "Play a file to a call",
    body: jsonBody(z.strictObject({ file: z.string().min(1).max(2000), party: ears })),
    run: ({ pbx }, { params, body }) => throughPbx(() => pbx.play({ ...params, ...body })),
  }),
  speakInCall: route({
    ...order,
    path: "/pbx/active-calls/:callId/speak",
    summary: "Say something to a call",
    body: jsonBody(z.strictObject({ text: z.string().min(1).max(2000), party: ears, language: word, voice: word })),
    run: ({ pbx }, { params, body }) => throughPbx(() => pbx.speak({ ...params, ...body })),
  }),
  recordCall: route({
    ...order,
    path: "/pbx/active-calls/:callId/record",
    summary: "Record a call to its end",
    body: jsonBody(z.strictObject({ format: z.enum(["mp3", "wav"]).default("mp3") })),
    run: ({ pbx }, { params, body }) => throughPbx(() => pbx.record({ ...params, ...body })),
  }),
} satisfies Routes;
