import { z } from "zod";
import type { AttributeInput, Emitter } from "../../instructions/builder.ts";
import type { Command, Path } from "../../instructions/instruction.ts";
import { type FieldMeta, field } from "./field.ts";
import {
  holdsWords,
  isSilent,
  isSilentPart,
  partsOf,
  playedFields,
  type SoundPart,
  severalFields,
  spokenFields,
} from "./sound.ts";
import { type Translated, translations } from "./translations.ts";

/**
 * What a caller hears: words for the PBX to read out, an audio file it has or can download, or several of them one after
 * the other. In the flow's first language; what is heard in others lies in `translations`.
 */
export const promptSchema = z.union([
  z.strictObject({ ...spokenFields, translations }),
  z.strictObject({ ...playedFields, translations }),
  z.strictObject({ ...severalFields, translations }),
]);

export type Prompt = z.infer<typeof promptSchema>;

export function prompt(meta: Partial<FieldMeta> & { readonly title: string }) {
  return field(promptSchema.clone(), { control: "prompt", ...meta });
}

/** An optional prompt that says nothing. */
export const silence: Prompt = { say: "" };

/**
 * The prompt as commands: none for silence. `path`: where it lies in the step's data; nowhere, when it is the data.
 * `further` stands at every sound, `ofFiles` at audio files alone.
 */
export function promptCommands(
  prompt: Translated,
  out: Emitter,
  path: Path = [],
  further: AttributeInput = {},
  ofFiles: AttributeInput = {},
): readonly Command[] {
  const { language, wordsIn } = out.speech;
  const other = language === wordsIn ? undefined : prompt.translations?.[language];
  const isTranslated = other !== undefined && !isSilent(other);
  const heard = isTranslated ? other : prompt;
  const at = isTranslated ? [...path, "translations", language] : path;
  const voice = isTranslated || !holdsWords(prompt) ? language : wordsIn;
  return partsOf(heard).flatMap((part, index) =>
    partCommands(part, out, "parts" in heard ? [...at, "parts", index] : at, voice, { further, ofFiles }),
  );
}

function partCommands(
  part: SoundPart,
  out: Emitter,
  path: Path,
  voice: string,
  { further, ofFiles }: { readonly further: AttributeInput; readonly ofFiles: AttributeInput },
): readonly Command[] {
  const field = (name: string) => out.field(...path, name);
  // The PBX passes a Delay over in a call between two others (p_7652, p_4688).
  if ("pauseSeconds" in part)
    return out.context === "extension" ? [out.command("Delay", {}, field("pauseSeconds"))] : [];
  if ("play" in part) return [out.command("Play", { ...ofFiles, ...further }, field("play"))];
  if (isSilentPart(part)) return [];
  const own = (part.language ?? "") !== "" || !out.speech.isTold;
  const attributes = { Language: own ? field("language") : voice, Voice: field("voice"), ...further };
  return [out.command("Speak", attributes, field("say"))];
}
