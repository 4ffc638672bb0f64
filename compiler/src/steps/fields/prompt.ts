import { z } from "zod";
import { tidySpokenText } from "../../expressions/placeholders.ts";
import type { AttributeInput, Emitter } from "../../instructions/builder.ts";
import type { Command, Path } from "../../instructions/instruction.ts";
import { type FieldMeta, field } from "./field.ts";
import { line, template } from "./fields.ts";

/** What a caller hears: words for the PBX to read out, or an audio file it has or can download. */
export const promptSchema = z.union([
  z.strictObject({
    say: template({ title: "Text", placeholder: "Words to read out; {name} reads out a variable" }),
    /** Codes depend on the voices the PBX has installed, so they are passed through (reference, open question 22). */
    language: line({ title: "Language", placeholder: "en-US", advanced: true }).optional(),
    voice: line({ title: "Voice", placeholder: "The PBX's default", advanced: true }).optional(),
  }),
  z.strictObject({
    play: field(z.string().min(1).max(1000), {
      title: "Audio file",
      control: "audio-file",
      placeholder: "welcome.wav or an address",
      help: "WAV or MP3: a file in ContentStorage/Static of the PBX, or an address it downloads and caches.",
    }),
  }),
]);

export type Prompt = z.infer<typeof promptSchema>;

export function prompt(meta: Partial<FieldMeta> & { readonly title: string }) {
  return field(promptSchema.clone(), { control: "prompt", ...meta });
}

/** An optional prompt that says nothing. */
export const silence: Prompt = { say: "" };

export function isSilent(prompt: Prompt): boolean {
  return "say" in prompt && tidySpokenText(prompt.say) === "";
}

/** The prompt as commands: none for silence. `path`: where it lies in the step's data; nowhere, when it is the data. */
export function promptCommands(
  prompt: Prompt,
  out: Emitter,
  path: Path = [],
  further: AttributeInput = {},
): readonly Command[] {
  if (isSilent(prompt)) return [];
  const field = (name: string) => out.field(...path, name);
  return "play" in prompt
    ? [out.command("Play", further, field("play"))]
    : [out.command("Speak", { Language: field("language"), Voice: field("voice"), ...further }, field("say"))];
}

/** For cards and lists: the words, or the name of the file. */
export function promptText(prompt: Prompt): string {
  if ("play" in prompt) return `♪ ${prompt.play}`;
  const words = tidySpokenText(prompt.say);
  return words === "" ? "(says nothing)" : `“${words}”`;
}
