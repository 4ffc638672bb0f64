import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { line, phone, seconds } from "../fields/fields.ts";

const schema = z.strictObject({
  number: phone({ title: "Number to dial", placeholder: "102" }),
  callerId: phone({ title: "Caller ID shown", holds: "name", placeholder: "The extension's own" }),
  callerDisplayName: line({ title: "Name shown", placeholder: "The extension's own" }),
  ringSeconds: seconds({ title: "Let it ring for", advanced: true }, 1, 600).optional(),
});

/**
 * Dial somebody else while this caller goes on. The callee's conversation begins at `answered`, with the variables as
 * they stand now. That the script does not wait for the new call is a choice (reference, open question 17).
 */
export const placeCall = defineStep<z.infer<typeof schema>>({
  type: "place-call",
  title: "Place a call",
  description: "Dials another number while this call goes on",
  icon: "PhoneCall",
  family: "connect",
  contexts: ["extension", "message"],
  schema,
  defaults: { number: "", callerId: "", callerDisplayName: "" },
  ports: () => [
    { id: "next", title: said`Then`, kind: "next" },
    { id: "answered", title: said`Callee answers`, kind: "choice", optional: true, newCall: true },
  ],
  summary: (data) => (data.number === "" ? said`No number yet` : said`calls ${data.number}`),
  check: (data) =>
    data.number.trim() === ""
      ? [{ code: "number-missing", severity: "error", ...said`nobody is called; enter a number.`, path: ["number"] }]
      : [],
  emit(_data, out) {
    const command = out.command(
      "Call",
      {
        Url: out.newCall("answered"),
        CallerId: out.field("callerId"),
        CallerDisplayName: out.field("callerDisplayName"),
        RingTime: out.field("ringSeconds"),
      },
      out.field("number"),
    );
    out.at(out.label(), { op: "do", commands: [command], next: out.port("next") });
  },
  *simulate(data, call) {
    yield* call.placeCall({
      number: data.number,
      callerId: data.callerId,
      callerDisplayName: data.callerDisplayName,
      ...(data.ringSeconds === undefined ? {} : { ringSeconds: data.ringSeconds }),
      conversationPort: "answered",
    });
    return "next";
  },
});
