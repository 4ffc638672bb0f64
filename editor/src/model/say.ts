import type { Text, Words } from "@ozflow/compiler";

/** A language beside English: its sentences by the English templates. */
export interface Tongue {
  /** BCP 47; says how numbers are written. */
  readonly language: string;
  readonly sentences: Readonly<Record<string, string>>;
}

const english: Tongue = { language: "en-US", sentences: {} };

let spoken = english;

/** From now on everything is said in this language; undefined: in English. */
export function speak(tongue: Tongue = english): void {
  spoken = tongue;
}

/** The language of the interface. */
export function spokenLanguage(): string {
  return spoken.language;
}

/** What the compiler and the server say, in the language of the interface. Parts that nobody has translated stay English. */
export function say(text: Text): string {
  return typeof text === "string" ? text : sayWords(text.words);
}

/** The same of a word that has no values: the title of a step, the help of a field. */
export function sayTerm(word: string): string {
  return spoken.sentences[word] ?? word;
}

export function sayWords({ template, values }: Words): string {
  return sayTerm(template).replace(/\{(\d+)\}/g, (blank, index: string) => written(values[Number(index)] ?? blank));
}

function written(value: Words["values"][number]): string {
  if (typeof value === "object") return sayWords(value);
  return typeof value === "number" ? value.toLocaleString(spoken.language) : value;
}
