import { z } from "zod";
import { defineStep } from "../definition.ts";
import { field } from "../fields/field.ts";
import { promptCommands, promptText } from "../fields/prompt.ts";

const schema = z.strictObject({
  play: field(z.string().min(1).max(1000), {
    title: "Audio file",
    control: "audio-file",
    placeholder: "welcome.wav or an address",
    help: "WAV or MP3: a file in ContentStorage/Static of the PBX, or an address it downloads and caches.",
  }),
});

/** Play an audio file to the caller, once. */
export const play = defineStep<z.infer<typeof schema>>({
  type: "play",
  title: "Play",
  description: "Plays an audio file to the caller",
  icon: "Music",
  family: "talk",
  contexts: ["extension"],
  schema,
  defaults: { play: "welcome.wav" },
  ports: () => [{ id: "next", title: "Then", kind: "next" }],
  summary: (data) => promptText(data),
  emit: (data, out) => out.at(out.label(), { op: "do", commands: promptCommands(data, out), next: out.port("next") }),
  *simulate(data, call) {
    yield* call.prompt(data);
    return "next";
  },
});
