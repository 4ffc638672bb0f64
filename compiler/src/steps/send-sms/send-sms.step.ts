import { z } from "zod";
import type { Outcome } from "../../line/effects.ts";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { field } from "../fields/field.ts";
import { phone, template } from "../fields/fields.ts";

const schema = z.strictObject({
  recipient: phone({ title: "To", placeholder: "+361234567 or {call.caller}" }),
  text: template({ title: "Message" }),
  sender: phone({ title: "Sender shown", holds: "name", placeholder: "The modem's own", advanced: true }),
  report: field(z.boolean(), {
    title: "Ask for a delivery report",
    control: "toggle",
    help: "What became of the message begins at the step Delivery report of this flow.",
  }).optional(),
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
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) => (data.recipient === "" ? said`No recipient yet` : said`to ${data.recipient}: ${data.text}`),
  reports: (data) => (data.report === true ? "delivery-report" : undefined),
  check: (data) =>
    data.recipient.trim() === "" || data.text.trim() === ""
      ? [
          {
            code: "message-incomplete",
            severity: "error",
            ...said`nothing is sent, for the message needs a recipient and a text; enter both.`,
            path: [data.recipient.trim() === "" ? "recipient" : "text"],
          },
        ]
      : [],
  emit(data, out) {
    const attributes = {
      Recipient: out.field("recipient"),
      Sender: out.field("sender"),
      DeliveryReportURL: data.report === true ? out.report("delivery-report") : undefined,
    };
    const command = out.command("SendSms", attributes, out.field("text"));
    out.at(out.label(), { op: "do", commands: [command], next: out.port("next") });
  },
  *simulate(data, call) {
    yield* call.do({
      effect: "send-sms",
      recipient: call.text(data.recipient),
      text: call.spoken(data.text),
      ...call.optional("sender", data.sender),
      ...(data.report === true ? call.report("delivery-report", told) : {}),
    });
    return "next";
  },
});

/** Both names and both words of the status are inferred (reference, section 4). */
function told({ ok, id = "" }: Outcome): Readonly<Record<string, string>> {
  return { smsid: id, status: ok ? "Delivered" : "Failed" };
}
