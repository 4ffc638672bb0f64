/** What people call a language, in the language of the interface: "European Spanish" for es-ES. The code where nobody knows. */
export function languageName(code: string, spoken: string): string {
  try {
    return new Intl.DisplayNames([spoken], { type: "language", fallback: "code" }).of(code) ?? code;
  } catch {
    // Codes are passed to the PBX as they are; not each of them is one that browsers know.
    return code;
  }
}

/** Codes that are offered; any other can be written. The first is the vendor's own example (reference, open question 22). */
export const usualLanguages = (
  "en-UK en-US en-AU ar-SA cs-CZ da-DK de-AT de-CH de-DE el-GR es-ES es-MX fi-FI fr-CA fr-FR he-IL hu-HU it-IT ja-JP " +
  "ko-KR nb-NO nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sv-SE th-TH tr-TR uk-UA zh-CN"
).split(" ");

/** What callers of a new flow hear: the language of the interface, as it is spoken where its author is. */
export function firstLanguage(spoken: string, ofBrowser: readonly string[]): string {
  if (spoken === "en") return "en-US";
  return ofBrowser.find((code) => code.startsWith(`${spoken}-`)) ?? `${spoken}-${spoken.toUpperCase()}`;
}
