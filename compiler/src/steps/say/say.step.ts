import { z } from "zod";
import { defineStep } from "../definition.ts";
import { line, template } from "../fields/fields.ts";
import { isSilent, promptCommands, promptText } from "../fields/prompt.ts";
import { sideAttributes, sideFields, sideIn } from "../fields/side.ts";

const schema = z.strictObject({
  say: template({ title: "Text", placeholder: "Words to read out; {name} reads out a variable" }),
  language: line({ title: "Language", placeholder: "en-US", advanced: true }).optional(),
  voice: line({ title: "Voice", placeholder: "The PBX's default", advanced: true }).optional(),
  ...sideFields,
});

/** Read a text out to the caller. */
export const say = defineStep<z.infer<typeof schema>>({
  type: "say",
  title: "Say",
  description: "Reads a text out to the caller",
  icon: "MessageCircle",
  family: "talk",
  contexts: ["extension", "third-party"],
  schema,
  defaults: { say: "Welcome." },
  ports: () => [{ id: "next", title: "Then", kind: "next" }],
  summary: (data) => promptText(data),
  check: (data) =>
    isSilent(data)
      ? [
          {
            code: "nothing-said",
            severity: "warning",
            message: "callers hear nothing here; write a text.",
            path: ["say"],
          },
        ]
      : [],
  emit(data, out) {
    const commands = promptCommands(data, out, [], sideAttributes(data, out));
    out.at(out.label(), { op: "do", commands, next: out.port("next") });
  },
  *simulate(data, call) {
    yield* call.prompt(data, sideIn(data, call));
    return "next";
  },
});
