import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { line, phone, template } from "../fields/fields.ts";
import { missing } from "../fields/missing.ts";

const schema = z.strictObject({
  recipient: phone({ title: "To", control: "line", holds: "e-mail", placeholder: "desk@example.com" }),
  subject: line({ title: "Subject" }),
  text: template({ title: "Message" }),
  sender: line({ title: "From", placeholder: "The provider's own", advanced: true }),
  attachments: line({
    title: "Files to attach",
    placeholder: "Full paths, with semicolons between",
    help: "Ozeki 10 only.",
    advanced: true,
  }).optional(),
});

/** Send an e-mail through the PBX; the caller does not notice (p_7647). */
export const sendEmail = defineStep<z.infer<typeof schema>>({
  type: "send-email",
  title: "Send e-mail",
  description: "Sends an e-mail through the phone system",
  icon: "Mail",
  family: "connect",
  contexts: ["extension", "message"],
  schema,
  defaults: { recipient: "", subject: "", text: "", sender: "" },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) => (data.recipient === "" ? said`No recipient yet` : said`to ${data.recipient}: ${data.subject}`),
  check: (data) =>
    missing(data, {
      recipient: said`nothing is sent; enter the address it goes to.`,
      text: said`nothing is sent; enter what it says.`,
    }),
  emit(_data, out) {
    // The message as an attribute: the only example there is writes it so (p_5556).
    const attributes = {
      Recipient: out.field("recipient"),
      Subject: out.field("subject"),
      Message: out.field("text"),
      Sender: out.field("sender"),
      Attachments: out.field("attachments"),
    };
    out.at(out.label(), { op: "do", commands: [out.command("SendEmail", attributes)], next: out.port("next") });
  },
  *simulate(data, call) {
    yield* call.do({
      effect: "send-email",
      recipient: call.text(data.recipient),
      text: call.spoken(data.text),
      ...call.optional("subject", data.subject),
      ...call.optional("sender", data.sender),
      ...call.optional("attachments", data.attachments),
    });
    return "next";
  },
});
