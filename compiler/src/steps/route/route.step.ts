import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { choice, phone, seconds } from "../fields/fields.ts";
import { missing } from "../fields/missing.ts";

const schema = z.strictObject({
  action: choice(["route", "reject"], { title: "Do", labels: ["Send the call on", "Reject the caller"] }),
  destination: phone({ title: "To", holds: "name", placeholder: "An extension, or the name of an outside line" }),
  ringSeconds: seconds({ title: "Let it ring for", placeholder: "90", advanced: true }, 1, 600).optional(),
  callerId: phone({ title: "Caller ID shown", holds: "name", placeholder: "The caller's own", advanced: true }),
  dialedNumber: phone({ title: "Number to dial on the line", placeholder: "As it was dialled", advanced: true }),
});

/** Say where a call goes that the PBX asks about (p_4594). Where nothing is said its dial plan decides. */
export const route = defineStep<z.infer<typeof schema>>({
  type: "route",
  title: "Route",
  description: "Says where the call goes that the phone system asks about",
  icon: "Directions",
  family: "end",
  contexts: ["routing"],
  schema,
  defaults: { action: "route", destination: "", callerId: "", dialedNumber: "" },
  ports: () => [],
  summary: (data) =>
    data.action === "reject"
      ? said`The caller is rejected`
      : data.destination === ""
        ? said`to nobody yet`
        : said`to ${data.destination}`,
  check: (data) =>
    data.action === "reject" ? [] : missing(data, { destination: said`the call goes nowhere; enter where to.` }),
  emit(data, out) {
    const command = out.command("Route", {
      Destination: out.field("destination"),
      RingTime: out.field("ringSeconds"),
      CallerId: out.field("callerId"),
      DialedNumber: out.field("dialedNumber"),
    });
    // An empty destination is how a caller is rejected, so here it must be written.
    const rejection = { ...command, attributes: { Destination: [] }, fields: {} };
    out.at(out.label(), { op: "end", commands: [data.action === "reject" ? rejection : command] });
  },
  *simulate(data, call) {
    if (data.action === "reject") yield* call.do({ effect: "route", target: "" });
    else {
      yield* call.do({
        effect: "route",
        target: call.spoken(data.destination),
        ...(data.ringSeconds === undefined ? {} : { ringSeconds: data.ringSeconds }),
        ...call.optional("callerId", data.callerId),
        ...call.optional("dialedNumber", data.dialedNumber),
      });
    }
    return undefined;
  },
});
