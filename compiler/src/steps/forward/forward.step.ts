import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { phone } from "../fields/fields.ts";
import { missing } from "../fields/missing.ts";
import { sideFields } from "../fields/side.ts";

const { callId } = sideFields;

const schema = z.strictObject({
  destination: phone({ title: "Forward to", placeholder: "500" }),
  callId,
});

/** Send a call that still rings to another number (p_7633). The older generation calls it Forward. */
export const forward = defineStep<z.infer<typeof schema>>({
  type: "forward",
  title: "Forward",
  description: "Sends a ringing call to another number",
  icon: "PhonePause",
  family: "connect",
  contexts: ["third-party"],
  schema,
  defaults: { destination: "" },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) => (data.destination === "" ? said`No number yet` : said`to ${data.destination}`),
  check: (data) =>
    missing(data, { destination: said`the call rings on where it is; enter the number to forward it to.` }),
  emit(_data, out) {
    const attributes = { CallId: out.field("callId"), Destination: out.field("destination") };
    const command = out.command("ForwardCall", attributes);
    out.at(out.label(), { op: "do", commands: [command], next: out.port("next") });
  },
  *simulate(data, call) {
    yield* call.do({
      effect: "forward",
      target: call.spoken(data.destination),
      ...call.optional("callId", data.callId),
    });
    return "next";
  },
});
