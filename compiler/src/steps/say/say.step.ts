import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { promptCommands } from "../fields/prompt.ts";
import { sideAttributes, sideFields, sideIn } from "../fields/side.ts";
import { isSilent, soundsText, spokenFields } from "../fields/sound.ts";
import { translations } from "../fields/translations.ts";

const schema = z.strictObject({
  ...spokenFields,
  translations,
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
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) => soundsText(data),
  check: (data) =>
    isSilent(data)
      ? [
          {
            code: "nothing-said",
            severity: "warning",
            ...said`callers hear nothing here; write a text.`,
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
