import { z } from "zod";
import { defineStep } from "../definition.ts";
import { phone, template } from "../fields/fields.ts";

const schema = z.strictObject({
  recipient: phone({ title: "To", placeholder: "+361234567 or {call.caller}" }),
  text: template({ title: "Message" }),
  sender: phone({ title: "Sender shown", placeholder: "The modem's own", advanced: true }),
});

/** Send an SMS through the PBX; the caller does not notice. */
export const sendSms = defineStep<z.infer<typeof schema>>({
  type: "send-sms",
  title: "Send SMS",
  description: "Sends a text message through the PBX",
  icon: "DeviceMobileMessage",
  family: "connect",
  contexts: ["extension", "message"],
  schema,
  defaults: { recipient: "", text: "", sender: "" },
  ports: () => [{ id: "next", title: "Then", kind: "next" }],
  summary: (data) => (data.recipient === "" ? "No recipient yet" : `to ${data.recipient}: ${data.text}`),
  check: (data) =>
    data.recipient.trim() === "" || data.text.trim() === ""
      ? [
          {
            code: "message-incomplete",
            severity: "error",
            message: "nothing is sent, for the message needs a recipient and a text; enter both.",
            path: [data.recipient.trim() === "" ? "recipient" : "text"],
          },
        ]
      : [],
  emit(_data, out) {
    const attributes = { Recipient: out.field("recipient"), Sender: out.field("sender") };
    const command = out.command("SendSms", attributes, out.field("text"));
    out.at(out.label(), { op: "do", commands: [command], next: out.port("next") });
  },
  *simulate(data, call) {
    yield* call.do({
      effect: "send-sms",
      recipient: call.text(data.recipient),
      text: call.spoken(data.text),
      ...call.optional("sender", data.sender),
    });
    return "next";
  },
});
