import Papa from "papaparse";
import { keyOf, type PromptRow, spokenSeconds } from "../model/prompt-rows.ts";

/**
 * Columns of the file. `step` (empty: the flow itself) and `field` name the prompt, `text` is what is worked on, `before` what it was; `of` are the
 * words that a translation is to say.
 */
const columns = ["step", "field", "name", "place", "language", "seconds", "of", "text", "before"] as const;

/** What a spreadsheet would run, however many quotes stand before it already. */
const risky = /^'*[=+\-@\t\r]/;

/** The texts of a flow for people who proof-read or translate. A spreadsheet runs what begins with a sign, so a quote stands before it. */
export function writePrompts(rows: readonly PromptRow[]): string {
  const data = rows
    .filter(({ kind }) => kind === "text")
    .map((row) => ({
      step: row.step ?? "",
      field: row.path.join("."),
      name: row.label,
      place: row.place,
      language: row.language,
      seconds: spokenSeconds(row.text, row.language),
      of: row.translates?.words ?? "",
      text: row.text,
      before: row.text,
    }));
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  return `\ufeff${Papa.unparse(data, { columns: [...columns], escapeFormulae: risky, newline: "\r\n" })}\r\n`;
}

export interface NewText {
  readonly at: PromptRow;
  readonly text: string;
}

/** What a file would change. */
export interface ReadPrompts {
  /** The flow has still the words that the file was made of. */
  readonly changes: readonly NewText[];
  /** The flow has other words meanwhile, or other ones to be translated. */
  readonly conflicts: readonly NewText[];
  /** Rows of prompts that the flow does not have, by their line in the file. */
  readonly unknown: readonly { readonly line: number; readonly step: string; readonly text: string }[];
}

/** Reads such a file against the flow as it is now. `missing`: columns without which it says nothing. */
export function readPrompts(
  text: string,
  rows: readonly PromptRow[],
): ReadPrompts | { readonly missing: readonly string[] } {
  const { data, meta } = Papa.parse<Readonly<Record<string, string>>>(text, {
    header: true,
    skipEmptyLines: "greedy",
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  const missing = ["step", "field", "text"].filter((name) => !meta.fields?.includes(name));
  if (missing.length > 0) return { missing };
  const known = new Map(rows.filter(({ kind }) => kind === "text").map((row) => [keyOf(row), row]));
  const changes: NewText[] = [];
  const conflicts: NewText[] = [];
  const unknown: { line: number; step: string; text: string }[] = [];
  for (const [index, row] of data.entries()) {
    const step = row["step"]?.trim() ?? "";
    const wanted = unquoted(row["text"] ?? "");
    const at = known.get(`${step} ${row["field"]?.trim() ?? ""}`);
    if (at === undefined) unknown.push({ line: index + 2, step, text: wanted });
    else if (wanted !== at.text) {
      const before = row["before"] === undefined ? at.text : unquoted(row["before"]);
      const of = row["of"] === undefined || row["of"] === "" ? at.translates?.words : unquoted(row["of"]);
      // A row that nobody worked on takes nothing back that was written in the flow meanwhile.
      if (before === at.text && of === at.translates?.words) changes.push({ at, text: wanted });
      else if (before !== wanted) conflicts.push({ at, text: wanted });
    }
  }
  return { changes, conflicts, unknown };
}

/** Without the quote that keeps spreadsheets from running a text. */
function unquoted(cell: string): string {
  return cell.startsWith("'") && risky.test(cell) ? cell.slice(1) : cell;
}
