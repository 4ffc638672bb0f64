import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { line, phone, seconds } from "../fields/fields.ts";
import { missing } from "../fields/missing.ts";

const schema = z.strictObject({
  number: phone({ title: "Number to dial", placeholder: "102 or 102@localhost" }),
  extension: line({ title: "Extension that calls", placeholder: "The one of this call", advanced: true }),
  callerId: phone({ title: "Number shown", holds: "name", placeholder: "The extension's own", advanced: true }),
  callerDisplayName: line({ title: "Name shown", placeholder: "The extension's own", advanced: true }),
  ringSeconds: seconds({ title: "Let it ring for" }, 1, 600).optional(),
});

/**
 * Place a call and see what becomes of it: something can happen while it is set up, and when it fails (p_7642). Ozeki 10
 * only. What further states are called could not be read, so there are no ports for them.
 */
export const requestCall = defineStep<z.infer<typeof schema>>({
  type: "request-call",
  title: "Request a call",
  description: "Places a call and reacts while it is set up and when it fails",
  icon: "PhoneCheck",
  family: "connect",
  contexts: ["extension", "message"],
  schema,
  defaults: { number: "", extension: "", callerId: "", callerDisplayName: "" },
  ports: () => [
    { id: "next", title: said`Then`, kind: "next" },
    { id: "setup", title: said`While it is set up`, kind: "choice", optional: true, body: { gives: [] } },
    { id: "error", title: said`When it fails`, kind: "failure", optional: true, body: { gives: [] } },
  ],
  summary: (data) => (data.number === "" ? said`No number yet` : said`calls ${data.number}`),
  check: (data) => missing(data, { number: said`nobody is called; enter a number.` }),
  emit(_data, out) {
    const command = out.command("Request", {
      DialedAddress: out.field("number"),
      ExtensionAddress: out.field("extension"),
      CallerPhoneNumber: out.field("callerId"),
      CallerDisplayName: out.field("callerDisplayName"),
      RingTime: out.field("ringSeconds"),
    });
    const ports = [
      { port: "setup", element: "OnSetup" },
      { port: "error", element: "OnError" },
    ];
    out.enclose(out.label(), { command, ports, next: out.port("next") });
  },
  *simulate(data, call) {
    if (!(yield* call.inside("setup", {}))) return undefined;
    const { number, callerId, callerDisplayName, ringSeconds } = data;
    const answered = yield* call.placeCall({
      number,
      callerId,
      callerDisplayName,
      ...(ringSeconds === undefined ? {} : { ringSeconds }),
      waits: true,
    });
    if (!answered && !(yield* call.inside("error", {}))) return undefined;
    return "next";
  },
});
