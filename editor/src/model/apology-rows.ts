import { type Apology, type Flow, wordsOf } from "@ozflow/compiler";
import type { PromptRow } from "./prompt-rows.ts";

/** How the rows are called, in the language of the interface. */
export interface ApologyNames {
  readonly label: string;
  readonly text: string;
  readonly sound: string;
}

/** What callers hear when a flow fails, in each of its languages; none where that is what the server says. */
export function apologyRows({ fallback, languages }: Flow, names: ApologyNames): readonly PromptRow[] {
  if (fallback === undefined) return [];
  const [first = "", ...others] = languages;
  const rowAt = (path: readonly string[], language: string, apology: Apology | undefined) => {
    const isSound = apology !== undefined && "play" in apology;
    const [, ...within] = path;
    return {
      step: undefined,
      label: names.label,
      path: ["fallback", ...path, isSound ? "play" : "say"],
      place: [...within, isSound ? names.sound : names.text].join(", "),
      kind: isSound ? "sound" : "text",
      text: apology === undefined ? "" : isSound ? apology.play : apology.say,
      language: (isSound ? undefined : apology?.language) ?? language,
    } as const;
  };
  const words = wordsOf(fallback.prompt);
  return [
    rowAt(["prompt"], first, fallback.prompt),
    ...others.map((language): PromptRow => {
      const own = fallback.translations?.[language];
      // Whoever does not speak the first language is told of a sound as little as of words.
      const state = own === undefined ? "missing" : "there";
      return { ...rowAt(["translations", language], language, own), translates: { language, words, state } };
    }),
  ];
}
