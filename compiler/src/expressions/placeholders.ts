import { type Said, said } from "../words/said.ts";

/** A piece of a text with placeholders: literal words, or an expression to be read out in its place. */
export type TextPart = string | { readonly expression: string };

export interface ParsedText {
  readonly parts: readonly TextPart[];
  /** What to say behind the name of the place when a brace is never closed or holds nothing; the text up to there is kept. */
  readonly fault?: Said;
}

/**
 * Splits `Hello {name}` into its parts. `{{` and `}}` stand for the braces themselves.
 * Total: what cannot be read as a placeholder stays literal and is reported in `fault`.
 */
export function parseText(source: string): ParsedText {
  if (!/[{}]/.test(source)) return { parts: source === "" ? [] : [source] };
  const parts: TextPart[] = [];
  let literal = "";
  let fault: Said | undefined;
  let at = 0;
  while (at < source.length) {
    const two = source.slice(at, at + 2);
    const one = source.charAt(at);
    if (two === "{{" || two === "}}") {
      literal += one;
      at += 2;
    } else if (one !== "{") {
      literal += one;
      at += 1;
    } else {
      const end = source.indexOf("}", at);
      const expression = source.slice(at + 1, end < 0 ? source.length : end).trim();
      if (end < 0 || expression === "") {
        fault ??=
          end < 0
            ? said`the brace in "${source.slice(at, at + 20)}" is never closed; write {{ for a brace that is to be read out.`
            : said`a placeholder {} is empty; put a variable's name between the braces.`;
        literal += source.slice(at, end < 0 ? source.length : end + 1);
      } else {
        if (literal !== "") parts.push(literal);
        literal = "";
        parts.push({ expression });
      }
      at = end < 0 ? source.length : end + 1;
    }
  }
  if (literal !== "") parts.push(literal);
  return fault === undefined ? { parts } : { parts, fault };
}

/** The text itself, where an expression is nothing but a text in quotes; it need not be worked out in a call then. */
export function literalText(expression: string): string | undefined {
  return /^"(?:[^"\\\p{Cc}]|\\(?:["\\]|u[0-9a-fA-F]{4}))*"$/u.test(expression) ? JSON.parse(expression) : undefined;
}

/** A text in quotes, as an expression. */
export function quotedText(text: string): string {
  const escaped = text.replace(/["\\]/g, "\\$&");
  const spelled = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `"${escaped.replace(/\p{Cc}/gu, spelled)}"`;
}

/** The expressions a text reads. */
export function expressionsIn(source: string): readonly string[] {
  return parseText(source).parts.flatMap((part) => (typeof part === "string" ? [] : [part.expression]));
}

/** Every word in an expression, among them the variables that it reads. */
export function wordsIn(expression: string): readonly string[] {
  return expression.match(/\w+/g) ?? [];
}

/**
 * What the PBX makes of white space in a spoken text: runs become one blank, the ends are trimmed
 * (inferred from padded examples, reference section 2). Writing it this way keeps the heard text the same under any reading.
 */
export function tidySpokenText(source: string): string {
  if (!mayBeUntidy.test(source)) return source;
  return readable(source).replace(/\s+/gu, " ").trim();
}

/** Quick to tell, for most texts are printable ASCII with single blanks between words. */
const mayBeUntidy = /[^ -~]|^ | $| {2}/;

/** Without what XML cannot hold (control characters, halves of surrogate pairs): each becomes a blank, for nobody can hear it. */
export function readable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, " ");
}
