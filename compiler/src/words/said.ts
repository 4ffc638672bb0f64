/** What a sentence is made of: `{0}`, `{1}` ... in the template stand for the values. */
export interface Words {
  /** English; catalogues of other languages are keyed by it. */
  readonly template: string;
  /** Strings are names, numbers to dial and the like, the same in every language. Quantities are numbers. */
  readonly values: readonly (string | number | Words)[];
}

/** A sentence, or a part of one: in English, and in a form that can be said in other languages. */
export interface Said {
  readonly message: string;
  readonly words: Words;
}

/** What an author wrote or somebody else said is a string, and stays as it is; what we say ourselves is {@link Said}. */
export type Text = string | Said;

/**
 * A sentence of ours: said`Nothing leads to "${name}".` Everything that callers of it may want to translate goes through
 * here; where a word depends on a number, there is a sentence for one and another for many.
 */
export function said(parts: TemplateStringsArray, ...values: readonly (number | Text)[]): Said {
  const joined = (by: (value: number | Text, index: number) => string) =>
    parts.map((part, index) => (index === 0 ? part : by(values[index - 1] ?? "", index - 1) + part)).join("");
  return {
    message: joined(inEnglish),
    words: {
      template: joined((_value, index) => `{${index}}`),
      values: values.map((value) => (typeof value === "object" ? value.words : value)),
    },
  };
}

/** A word of a definition, such as the title of a field, as a part of sentences. */
export function term(english: string): Said {
  return { message: english, words: { template: english, values: [] } };
}

export function inEnglish(value: number | Text): string {
  if (typeof value === "object") return value.message;
  return typeof value === "number" ? value.toLocaleString("en-US") : value;
}
