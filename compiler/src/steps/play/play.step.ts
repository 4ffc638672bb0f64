import { z } from "zod";
import { defineStep } from "../definition.ts";
import { field } from "../fields/field.ts";
import { seconds } from "../fields/fields.ts";
import { promptCommands, promptText } from "../fields/prompt.ts";
import { sideAttributes, sideFields, sideIn } from "../fields/side.ts";

const schema = z.strictObject({
  play: field(z.string().min(1).max(1000), {
    title: "Audio file",
    control: "audio-file",
    placeholder: "welcome.wav or an address",
    help: "WAV or MP3: a file in ContentStorage/Static of the PBX, or an address it downloads and caches.",
  }),
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
  ports: () => [{ id: "next", title: "Then", kind: "next" }],
  summary: (data) => promptText(data),
  check: (data) =>
    data.repeat === true && data.maxSeconds === undefined
      ? [
          {
            code: "plays-for-ever",
            severity: "warning",
            message: "callers hear the file again and again until they hang up; say after how many seconds it stops.",
            path: ["maxSeconds"],
          },
        ]
      : [],
  emit(data, out) {
    const commands = promptCommands({ play: data.play }, out, [], {
      Repeat: data.repeat === true ? out.field("repeat") : undefined,
      Timeout: out.field("maxSeconds"),
      ...sideAttributes(data, out),
    });
    out.at(out.label(), { op: "do", commands, next: out.port("next") });
  },
  *simulate(data, call) {
    yield* call.prompt(
      { play: data.play },
      {
        ...(data.repeat === true ? { repeat: true } : {}),
        ...(data.maxSeconds === undefined ? {} : { maxSeconds: data.maxSeconds }),
        ...sideIn(data, call),
      },
    );
    return "next";
  },
});
