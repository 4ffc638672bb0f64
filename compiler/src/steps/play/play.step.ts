import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { field } from "../fields/field.ts";
import { seconds } from "../fields/fields.ts";
import { promptCommands } from "../fields/prompt.ts";
import { sideAttributes, sideFields, sideIn } from "../fields/side.ts";
import { playedFields, soundsText } from "../fields/sound.ts";
import { translations } from "../fields/translations.ts";

const schema = z.strictObject({
  ...playedFields,
  translations,
  repeat: field(z.boolean(), { title: "Begin again at its end", control: "toggle", advanced: true }).optional(),
  maxSeconds: seconds(
    { title: "Stop after", advanced: true, help: "Ozeki 10 only: an older phone system plays on." },
    1,
    3600,
  ).optional(),
  ...sideFields,
});

/** Play an audio file to the caller, once or again and again. */
export const play = defineStep<z.infer<typeof schema>>({
  type: "play",
  title: "Play",
  description: "Plays an audio file to the caller",
  icon: "Music",
  family: "talk",
  contexts: ["extension", "third-party"],
  schema,
  defaults: { play: "welcome.wav" },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) => soundsText(data),
  check: (data) =>
    data.repeat === true && data.maxSeconds === undefined
      ? [
          {
            code: "plays-for-ever",
            severity: "warning",
            ...said`callers hear the file again and again until they hang up; say after how many seconds it stops.`,
            path: ["maxSeconds"],
          },
        ]
      : [],
  emit(data, out) {
    const commands = promptCommands(data, out, [], sideAttributes(data, out), {
      Repeat: data.repeat === true ? out.field("repeat") : undefined,
      Timeout: out.field("maxSeconds"),
    });
    out.at(out.label(), { op: "do", commands, next: out.port("next") });
  },
  *simulate(data, call) {
    yield* call.prompt(data, {
      ...(data.repeat === true ? { repeat: true } : {}),
      ...(data.maxSeconds === undefined ? {} : { maxSeconds: data.maxSeconds }),
      ...sideIn(data, call),
    });
    return "next";
  },
});
