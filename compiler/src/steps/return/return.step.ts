import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { field } from "../fields/field.ts";

const name = z
  .string()
  .regex(
    /^([a-z][a-z0-9-]{0,40})?$/,
    said`write lower-case letters, digits and hyphens, a letter first, at most 41 in all`.message,
  );

const schema = z.strictObject({
  name: field(name, {
    title: "Return",
    control: "line",
    literal: true,
    placeholder: "Then",
    help: "The way out by which the call goes on in the flow that called this one. Empty: by Then.",
  }),
});

/** End a flow that another one has called. Where none has, the call ends. */
export const returnStep = defineStep<z.infer<typeof schema>>({
  type: "return",
  title: "Return",
  description: "Goes back to the flow that called this one",
  icon: "ArrowBackUp",
  family: "end",
  contexts: ["extension", "third-party", "routing", "message"],
  schema,
  defaults: { name: "" },
  ports: () => [],
  summary: (data) => (data.name === "" ? said`Back to whoever called` : said`Back by “${data.name}”`),
  returns: (data) => data.name,
  emit(_data, out) {
    const commands = out.context === "extension" ? [out.command("Hangup", {})] : [];
    out.at(out.label(), { op: "end", commands });
  },
  *simulate(_data, call) {
    if (call.context === "extension") yield* call.hangUp();
    return undefined;
  },
});
