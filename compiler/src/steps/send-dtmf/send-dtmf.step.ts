import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { field } from "../fields/field.ts";
import { sideAttributes, sideFields, sideIn } from "../fields/side.ts";

const schema = z.strictObject({
  keys: field(z.string().regex(/^[0-9*#]{1,100}$/, said`write keys only, 0 to 9, * and #`.message), {
    title: "Keys",
    control: "digits",
    placeholder: "42#",
  }),
  ...sideFields,
});

/** Send key tones into a call between two others (p_7643). */
export const sendDtmf = defineStep<z.infer<typeof schema>>({
  type: "send-dtmf",
  title: "Send keys",
  description: "Sends key tones to a side of the call",
  icon: "Dialpad",
  family: "connect",
  contexts: ["third-party"],
  schema,
  defaults: { keys: "1" },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) => said`Keys ${data.keys}`,
  emit(data, out) {
    const { Party, CallId } = sideAttributes(data, out);
    const command = out.command("SendDTMF", { Keys: out.field("keys"), Party, CallId });
    out.at(out.label(), { op: "do", commands: [command], next: out.port("next") });
  },
  *simulate(data, call) {
    const { party, callId } = sideIn(data, call);
    yield* call.do({
      effect: "send-keys",
      keys: data.keys,
      ...(party === undefined ? {} : { party }),
      ...call.optional("callId", callId),
    });
    return "next";
  },
});
