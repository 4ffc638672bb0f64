import { type Flow, type ImportWarning, importOzml, type OzmlElement, readFlow, readOzml } from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folder, randomFiles } from "./random-ozml.ts";

const numRuns = Number(process.env["OZFLOW_RUNS"] ?? 500);
const seed = 11;

/** What people do to files: characters go missing, come twice, come from nowhere. */
const fault = fc.record({
  at: fc.nat(),
  removed: fc.constantFrom(0, 0, 1, 3, 40),
  added: fc.constantFrom(
    "",
    "<",
    ">",
    "/",
    '"',
    "&",
    "&amp;",
    "</Response>",
    "<!-- a remark -->",
    "<Hangup>",
    "prose here",
    "\u0000",
    "]]>",
    "$x",
    "{",
  ),
});

function damage(text: string, faults: readonly { at: number; removed: number; added: string }[]): string {
  return faults.reduce((so, { at, removed, added }) => {
    const place = at % (so.length + 1);
    return so.slice(0, place) + added + so.slice(place + removed);
  }, text);
}

describe("import of damaged files", () => {
  it("gives a flow that can be opened, whatever the text is", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
        expect("flow" in readFlow(importOzml([{ name: "a.xml", text }]).flow)).toBe(true);
      }),
      { numRuns, seed },
    );
  });

  it.each([
    ["12,000 commands", "<Beep/>".repeat(12_000)],
    ["30,000 commands that nobody knows", "<x/>".repeat(30_000)],
    ["a command longer than any step", `<x>${"long ".repeat(250_000)}</x>`],
    [
      "as many variables as commands",
      Array.from({ length: 1000 }, (_, n) => `<Var id="a${n}">$a${n - 1}</Var>`).join(""),
    ],
  ])("gives one for %s as well", (_what, text) => {
    const { flow } = importOzml([{ name: "a.xml", text: `<Response>${text}</Response>` }]);
    expect("flow" in readFlow(flow)).toBe(true);
  });

  it(
    "loses no text and no value that the reader finds",
    () => {
      fc.assert(
        fc.property(randomFiles, fc.array(fault, { maxLength: 6 }), (files, faults) => {
          const damaged = files.map((file) => ({ ...file, text: damage(file.text, faults) }));
          const { flow, warnings } = importOzml(damaged);
          expect("flow" in readFlow(flow)).toBe(true);
          const kept = wordsOf(flow, warnings);
          for (const { text } of damaged) {
            const { root, beside } = readOzml(text);
            for (const found of [...valuesIn(root), ...beside]) {
              if (!kept.includes(plain(writtenOut(found)))) expect(kept, found).toContain(plain(found));
            }
          }
        }),
        { numRuns, seed },
      );
    },
    24 * 3_600_000,
  );
});

/** Everything that can be read in a flow, with placeholders as the PBX writes them and markup undone. */
function wordsOf(flow: Flow, warnings: readonly ImportWarning[]): string {
  const words: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") words.push(value, withoutMarkup(value), withoutPlaceholders(value));
    else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) collect(inner);
  };
  for (const { data } of flow.steps) {
    collect(data);
    const { assignments = [] } = data as { readonly assignments?: readonly { readonly value: string }[] };
    for (const { value } of assignments) words.push(asText(value));
  }
  for (const note of flow.notes) collect(note.text);
  for (const { message } of warnings) collect(message);
  return plain(words.join("\n"));
}

/** An address beside the file, as the phone system understands it. */
function writtenOut(value: string): string {
  return URL.canParse(value.trim(), folder) ? new URL(value.trim(), folder).href : value;
}

/** Without what neither XML nor a flow keeps: runs of white space, doubled braces, control characters. */
function plain(text: string): string {
  return text
    .replace(/\{\{/g, "{")
    .replace(/\}\}/g, "}")
    .replace(/[\s\ufffd\p{Cc}]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** Names as the phone system writes them, texts in quotes as they are said, braces that stand for themselves. */
function withoutPlaceholders(text: string): string {
  return text.replace(/([{}])\1|\{(\w[\w.]*)\}|\{("[^"]*")\}/g, (_, brace, name, quoted) => {
    if (brace !== undefined) return brace;
    return name === undefined ? JSON.parse(quoted) : `$${name}`;
  });
}

/** A value put together of texts and variables, as the phone system writes it. */
function asText(expression: string): string {
  const parts = expression.match(/"(?:[^"\\]|\\.)*"|\w+/g) ?? [];
  return parts.map((part) => (part.startsWith('"') ? JSON.parse(part) : `$${part}`)).join("");
}

function withoutMarkup(text: string): string {
  return text
    .replace(/&#x9;|&#xA;|&#xD;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

/** Texts and values, but for addresses of the files, numbers, keys and yes or no: those become lines and settings. */
function valuesIn(root: OzmlElement | undefined): readonly string[] {
  if (root === undefined) return [];
  const own = [root.text, ...root.attributes.map(({ value }) => value)].filter((one) => /\p{L}{2}/u.test(one));
  const become = /^(true|false|days|nights|wav|.*(start|second|third)\.xml)$/;
  return [...own.filter((one) => !become.test(plain(one))), ...root.children.flatMap(valuesIn)];
}
