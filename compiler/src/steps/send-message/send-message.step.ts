import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { line, template } from "../fields/fields.ts";
import { missing } from "../fields/missing.ts";

const schema = z.strictObject({
  connection: line({ title: "Connection", placeholder: "admin@localhost" }),
  address: line({ title: "Address behind it", placeholder: "Only for e-mail and SMS connections", advanced: true }),
  text: template({ title: "Message" }),
});

/** Send a text to another connection of the Ozeki server, such as a chat user (p_7662). Ozeki 10 only. */
export const sendMessage = defineStep<z.infer<typeof schema>>({
  type: "send-message",
  title: "Send message",
  description: "Sends a text to a connection of the Ozeki server",
  icon: "Send",
  family: "connect",
  contexts: ["extension", "message"],
  schema,
  defaults: { connection: "", address: "", text: "" },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) => (data.connection === "" ? said`No connection yet` : said`to ${data.connection}: ${data.text}`),
  check: (data) =>
    missing(data, {
      connection: said`nothing is sent; enter the connection it goes to.`,
      text: said`nothing is sent; enter what it says.`,
    }),
  emit(_data, out) {
    const attributes = { ToConnection: out.field("connection"), ToAddress: out.field("address") };
    const command = out.command("SendMsg", attributes, out.field("text"));
    out.at(out.label(), { op: "do", commands: [command], next: out.port("next") });
  },
  *simulate(data, call) {
    yield* call.do({
      effect: "send-message",
      connection: call.text(data.connection),
      ...call.optional("address", data.address),
      text: call.spoken(data.text),
    });
    return "next";
  },
});
