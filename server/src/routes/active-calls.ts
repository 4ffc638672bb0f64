import { z } from "zod";
import { nothing } from "../api/answer.ts";
import { jsonBody } from "../api/body.ts";
import { type Routes, route } from "../api/route.ts";
import type { CallCommand } from "../audit.ts";
import { checkNumber } from "../use-cases/calls/check-outgoing-call.ts";
import { throughPbx } from "../use-cases/calls/through-pbx.ts";

const target = z.string().regex(/^[0-9A-Za-z+*#._@-]{1,64}$/, "is a number or an extension, such as 2000");
const side = z.enum(["caller", "callee"]);
const ears = z.enum(["caller", "callee", "all"]).default("all");
const word = z.string().max(200).optional();
const transfer = z.union([
  z.strictObject({ target, transferor: side.default("callee") }),
  z.strictObject({ targetCallId: z.string().min(1).max(64) }),
]);

/** What every order to a call has in common. */
const order = <Command extends CallCommand>(command: Command) =>
  ({
    method: "POST",
    path: `/pbx/active-calls/:callId/${command}`,
    role: "publisher",
    answer: nothing,
    refusals: ["pbx"],
    audit: {
      action: "call-commanded",
      subject: ({ params }: { readonly params: { readonly callId: string } }) => ({ command, call: params.callId }),
    },
  }) as const;

/** `/api/pbx/active-calls/{callId}`: what can be done to a call that is on. */
export const activeCallRoutes = {
  holdCall: route({
    ...order("hold"),
    summary: "Put a call on hold",
    run: ({ pbx }, { params }) => throughPbx(() => pbx.hold(params.callId)),
  }),
  unholdCall: route({
    ...order("unhold"),
    summary: "Take a call off hold",
    run: ({ pbx }, { params }) => throughPbx(() => pbx.unhold(params.callId)),
  }),
  hangUpCall: route({
    ...order("hang-up"),
    summary: "End a call",
    run: ({ pbx }, { params }) => throughPbx(() => pbx.hangUp(params.callId)),
  }),
  transferCall: route({
    ...order("transfer"),
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
    ...order("play"),
    summary: "Play a file to a call",
    body: jsonBody(z.strictObject({ file: z.string().min(1).max(2000), party: ears })),
    run: ({ pbx }, { params, body }) => throughPbx(() => pbx.play({ ...params, ...body })),
  }),
  speakInCall: route({
    ...order("speak"),
    summary: "Say something to a call",
    body: jsonBody(z.strictObject({ text: z.string().min(1).max(2000), party: ears, language: word, voice: word })),
    run: ({ pbx }, { params, body }) => throughPbx(() => pbx.speak({ ...params, ...body })),
  }),
  recordCall: route({
    ...order("record"),
    summary: "Record a call to its end",
    body: jsonBody(z.strictObject({ format: z.enum(["mp3", "wav"]).default("mp3") })),
    run: ({ pbx }, { params, body }) => throughPbx(() => pbx.record({ ...params, ...body })),
  }),
} satisfies Routes;
