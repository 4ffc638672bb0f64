import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commands, compile, findCommand, findStepDefinition, inEnglish } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { sentences } from "../../editor/src/locales/sentences/index.es.ts";
import { flowAround, readCases, stepFolders, stepsFolder } from "../support/step-cases.ts";

/** How the pages of a language are called, what their sections are, and what the words of a definition are in it. */
const languages = [
  {
    ending: ".md",
    sections: ["When to use it", "How it behaves", "The OzML it makes", "Sources"],
    inWords: (english: string) => english,
  },
  {
    ending: ".es.md",
    sections: ["Cuándo usarlo", "Cómo se comporta", "El OzML que produce", "Fuentes"],
    inWords: (english: string) => sentences[english],
  },
];

/** Pages about notifications: they stand with no command in the vocabulary. */
const notificationPages = ["p_4201", "p_5047"];
const knownPages = new Set([...commands.flatMap((one) => one.pages), ...notificationPages]);

const pageOf = (kind: string, ending: string) => readFileSync(join(stepsFolder, kind, kind + ending), "utf8");
/** What stands in code: placeholders, commands, pages of the manual. */
const codeIn = (page: string) => [...page.replace(/\s+/g, " ").matchAll(/`[^`]+`/g)].map(([code]) => code).toSorted();

describe.each(
  stepFolders().flatMap((kind) => languages.map((language) => [kind + language.ending, kind, language] as const)),
)("the help page %s", (_name, kind, { ending, sections, inWords }) => {
  const page = pageOf(kind, ending);

  it("has the title of the step, a sentence and the four sections", () => {
    const [title, blank, sentence] = page.split("\n");
    expect(title).toBe(`# ${inWords(findStepDefinition(kind)?.title ?? "")}`);
    expect(blank).toBe("");
    expect(sentence).toMatch(/^\p{Lu}.+\.$/u);
    expect([...page.matchAll(/^## (.+)$/gm)].map((found) => found[1])).toEqual(sections);
    expect(page.endsWith("\n") && !page.endsWith("\n\n")).toBe(true);
  });

  it("leaves no section empty", () => {
    for (const text of page.split(/^## .+$/m)) expect(text.trim()).not.toBe("");
  });

  it("names pages of the manual that the vocabulary knows", () => {
    const named = page.match(/p_\d+/g) ?? [];
    expect(named.filter((one) => !knownPages.has(one))).toEqual([]);
  });

  it("names every way out", () => {
    const definition = findStepDefinition(kind);
    const fixed = definition?.ports(definition.defaults).filter((port) => port.kind !== "choice") ?? [];
    const words = page.replace(/\s+/g, " ");
    for (const port of fixed) expect(words, port.id).toContain(`**${inWords(inEnglish(port.title))}**`);
  });

  it("names every command that the step makes", () => {
    for (const command of commandsMadeBy(kind)) expect(page).toContain(`\`${command}\``);
  });

  it("says as much as the English page, point by point, and names the same things", () => {
    const english = pageOf(kind, ".md");
    const points = (text: string) => text.match(/^ *- /gm)?.length ?? 0;
    expect(points(page)).toBe(points(english));
    expect(codeIn(page)).toEqual(codeIn(english));
  });
});

/** Made once for each kind: its pages in all languages are held to them. */
const made = new Map<string, readonly string[]>();

function commandsMadeBy(kind: string): readonly string[] {
  const known = made.get(kind) ?? findCommandsMadeBy(kind);
  made.set(kind, known);
  return known;
}

/**
 * Commands in the documents of the cases, as far as they come from the step under test. Left out: GoTo, by which the
 * planner leads from one document to the next; and Speak where it only reads out a prompt of a step that makes more.
 */
function findCommandsMadeBy(kind: string): readonly string[] {
  const made = new Set<string>();
  for (const one of readCases(kind)) {
    const { program } = compile(flowAround(kind, one));
    for (const { text, steps } of program === undefined ? [] : writtenText(program.handlers)) {
      const tags = [...text.matchAll(/<([A-Za-z]+)/g)].map((found) => found[1] ?? "");
      for (const [index, tag] of tags.entries()) {
        if (steps[index] === "it" && tag !== "GoTo" && findCommand(tag) !== undefined) made.add(tag);
      }
    }
  }
  return made.size > 1 ? [...made].filter((name) => name !== "Speak") : [...made];
}

interface WrittenText {
  readonly text: string;
  /** The step each start tag of the text comes from. */
  readonly steps: readonly string[];
}

/** Every piece of markup in a program, wherever it lies in the decisions of its handlers. */
function writtenText(node: unknown): readonly WrittenText[] {
  if (typeof node !== "object" || node === null) return [];
  if ("text" in node && "steps" in node) return [node as WrittenText];
  return Object.values(node).flatMap(writtenText);
}
