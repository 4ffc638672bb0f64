import { z } from "zod";
import { tidySpokenText } from "../../expressions/placeholders.ts";
import { field } from "./field.ts";
import { holdsWords, isSilent, partsOf, playedFields, type Sounds, severalFields, spokenFields } from "./sound.ts";

/** {@link wordsOf} what it was translated from, so that it can be told when those are others. Not given: nobody knows. */
const of = z.string().max(100_000).optional();

const translation = z.union([
  z.strictObject({ ...spokenFields, of }),
  z.strictObject({ ...playedFields, of }),
  z.strictObject({ ...severalFields, of }),
]);

/** What callers hear instead in the flow's other languages, by their codes. */
export const translations = field(
  z.record(z.string().min(2).max(35), field(translation, { title: "Translation", control: "prompt" })),
  { title: "Other languages", control: "translations" },
).optional();

export type Translation = z.infer<typeof translation>;

/** Something callers hear, with what they hear instead in other languages. */
export type Translated = Sounds & { readonly translations?: Readonly<Record<string, Translation>> | undefined };

/** The words and files by which a translation knows what it was made of. */
export function wordsOf(sounds: Sounds): string {
  return partsOf(sounds)
    .flatMap((part) => ("say" in part ? [tidySpokenText(part.say)] : "play" in part ? [part.play] : []))
    .join("\n");
}

/** `unneeded`: there is nothing in it that would have to be translated. */
export type TranslationState = "there" | "stale" | "missing" | "unneeded";

/** How it stands with a prompt in a language that is not the one it is written in. */
export function translationState(prompt: Translated, language: string): TranslationState {
  const own = prompt.translations?.[language];
  if (own !== undefined && !isSilent(own)) {
    return own.of === undefined || own.of === wordsOf(prompt) ? "there" : "stale";
  }
  return holdsWords(prompt) ? "missing" : "unneeded";
}
