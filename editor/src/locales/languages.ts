/** Of the interface; those of calls are the flow's own. */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

/** What was chosen before, else the first that the browser asks for and there is. */
export function chosenLanguage(kept: string | null, wanted: readonly string[]): Language {
  const tags = [kept ?? "", ...wanted].map((tag) => tag.split("-")[0]);
  return tags.flatMap((tag) => languages.filter((language) => language === tag))[0] ?? "en";
}
