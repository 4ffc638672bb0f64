import type { Expressions, Scope } from "./expressions.ts";
import { readIn } from "./in-call.ts";
import { parseText, tidySpokenText } from "./placeholders.ts";

/** How a call went, as the flow says: a word to count calls by, and what there is to say beside it. */
export interface Disposition {
  readonly disposition: string;
  /** "": nothing. */
  readonly note: string;
}

/** The same with what the note reads put in. */
export function noteIn({ disposition, note }: Disposition, scope: Scope, expressions: Expressions): Disposition {
  const parts = parseText(tidySpokenText(note)).parts;
  const read = parts.map((part) => (typeof part === "string" ? part : readIn(part.expression, scope, expressions)));
  return { disposition, note: read.join("") };
}
