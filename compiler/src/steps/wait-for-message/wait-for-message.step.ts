import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { field } from "../fields/field.ts";
import { line, seconds } from "../fields/fields.ts";
import { missing } from "../fields/missing.ts";

const schema = z.strictObject({
  connection: line({ title: "From the connection", placeholder: "admin@localhost" }),
  timeoutSeconds: seconds({ title: "Wait at most" }, 1, 3600),
  name: field(
    z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, said`write letters, digits and underscores, no digit first`.message),
    {
      title: "The PBX keeps it as",
      control: "line",
      literal: true,
      placeholder: "reply",
      help: "Texts behind this step, in the same document, read it as $reply. Our server never sees it.",
    },
  ),
});

/** Wait for a text from a connection. All attributes are inferred: the page could not be read (reference, question 19). */
export const waitForMessage = defineStep<z.infer<typeof schema>>({
  type: "wait-for-message",
  title: "Wait for message",
  description: "Waits for a text from a connection of the Ozeki server",
  icon: "MessageDots",
  family: "ask",
  contexts: ["extension"],
  schema,
  defaults: { connection: "", timeoutSeconds: 30, name: "reply" },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) => said`from ${data.connection}, up to ${data.timeoutSeconds} s`,
  check: (data) => [
    ...missing(data, { connection: said`nobody is waited for; enter the connection.` }),
    {
      code: "not-documented",
      severity: "warning",
      ...said`how the phone system wants this written is not documented and was inferred; try it on your own first.`,
    },
  ],
  emit(_data, out) {
    const attributes = {
      FromConnection: out.field("connection"),
      ID: out.field("name"),
      Timeout: out.field("timeoutSeconds"),
    };
    out.at(out.label(), { op: "do", commands: [out.command("WaitForMsg", attributes)], next: out.port("next") });
  },
  *simulate(data, call) {
    yield* call.do({
      effect: "await-message",
      connection: call.text(data.connection),
      seconds: data.timeoutSeconds,
    });
    return "next";
  },
});
