import { z } from "zod";
import { tidySpokenText } from "../../expressions/placeholders.ts";
import type { AttributeInput, Emitter } from "../../instructions/builder.ts";
import type { Command, Path } from "../../instructions/instruction.ts";
import { type FieldMeta, field } from "./field.ts";
import { line, seconds, template } from "./fields.ts";

const sound = z.union([
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

const pause = z.strictObject({
  pauseSeconds: seconds({ title: "Pause", help: "Only on an extension of our own." }, 1, 60),
});

export const promptPart = field(z.union([...sound.options, pause]), { title: "Sound", control: "prompt" });

/**
 * What a caller hears: words for the PBX to read out, an audio file it has or can download, or several of them one after
 * the other.
 */
export const promptSchema = z.union([
  ...sound.options,
  z.strictObject({ parts: field(z.array(promptPart).min(1).max(20), { title: "Several", control: "list" }) }),
]);

type Part = z.infer<typeof promptPart>;
export type Prompt = z.infer<typeof promptSchema>;

export function prompt(meta: Partial<FieldMeta> & { readonly title: string }) {
  return field(promptSchema.clone(), { control: "prompt", ...meta });
}

/** An optional prompt that says nothing. */
export const silence: Prompt = { say: "" };

export function isSilent(prompt: Prompt): boolean {
  return partsOf(prompt).every(isSilentPart);
}

function isSilentPart(part: Part): boolean {
  return "say" in part && tidySpokenText(part.say) === "";
}

export function partsOf(prompt: Prompt): readonly Part[] {
  return "parts" in prompt ? prompt.parts : [prompt];
}

/** The prompt as commands: none for silence. `path`: where it lies in the step's data; nowhere, when it is the data. */
export function promptCommands(
  prompt: Prompt,
  out: Emitter,
  path: Path = [],
  further: AttributeInput = {},
): readonly Command[] {
  if ("parts" in prompt) {
    return prompt.parts.flatMap((one, index) => partCommands(one, out, [...path, "parts", index], further));
  }
  return partCommands(prompt, out, path, further);
}

function partCommands(part: Part, out: Emitter, path: Path, further: AttributeInput): readonly Command[] {
  const field = (name: string) => out.field(...path, name);
  // The PBX passes a Delay over in a call between two others (p_7652, p_4688).
  if ("pauseSeconds" in part)
    return out.context === "extension" ? [out.command("Delay", {}, field("pauseSeconds"))] : [];
  if ("play" in part) return [out.command("Play", further, field("play"))];
  if (isSilentPart(part)) return [];
  return [out.command("Speak", { Language: field("language"), Voice: field("voice"), ...further }, field("say"))];
}

/** For cards and lists: the words, or the name of the file. */
export function promptText(prompt: Prompt): string {
  const heard = partsOf(prompt).filter((one) => !isSilentPart(one));
  return heard.length === 0 ? "(says nothing)" : heard.map(partText).join(" ");
}

function partText(part: Part): string {
  if ("pauseSeconds" in part) return "…";
  return "play" in part ? `♪ ${part.play}` : `“${tidySpokenText(part.say)}”`;
}
