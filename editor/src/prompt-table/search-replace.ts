import type { PromptRow } from "../model/prompt-rows.ts";

export interface Search {
  readonly find: string;
  readonly isCaseSensitive: boolean;
}

/** The pattern of a search for the very words; undefined: nothing is looked for. */
function patternOf({ find, isCaseSensitive }: Search): RegExp | undefined {
  if (find === "") return undefined;
  return new RegExp(find.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"), isCaseSensitive ? "gu" : "giu");
}

/** Rows that hold the words, in their text or in the name of their step. */
export function rowsFound(rows: readonly PromptRow[], search: Search): readonly PromptRow[] {
  const pattern = patternOf(search);
  if (pattern === undefined) return rows;
  return rows.filter(({ text, label }) => text.search(pattern) >= 0 || label.search(pattern) >= 0);
}

/** Texts that are otherwise after the words were replaced everywhere. Names of sounds stay as they are. */
export function replaced(
  rows: readonly PromptRow[],
  search: Search,
  by: string,
): readonly { readonly at: PromptRow; readonly text: string }[] {
  const pattern = patternOf(search);
  if (pattern === undefined) return [];
  return rows.flatMap((row) => {
    // As a function: a dollar in the new words is a dollar.
    const text = row.text.replaceAll(pattern, () => by);
    return row.kind === "sound" || text === row.text ? [] : [{ at: row, text }];
  });
}
