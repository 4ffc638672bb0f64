import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commands, compile, findCommand, findStepDefinition } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { flowAround, readCases, stepFolders, stepsFolder } from "../support/step-cases.ts";

const sections = ["When to use it", "How it behaves", "The OzML it makes", "Sources"];

/** Pages about notifications: they stand with no command in the vocabulary. */
const notificationPages = ["p_4201", "p_5047"];
const knownPages = new Set([...commands.flatMap((one) => one.pages), ...notificationPages]);

describe.each(stepFolders())("the help page of %s", (kind) => {
  const page = readFileSync(join(stepsFolder, kind, `${kind}.md`), "utf8");

  it("has the title of the step, a sentence and the four sections", () => {
    const [title, blank, sentence] = page.split("\n");
    expect(title).toBe(`# ${findStepDefinition(kind)?.title}`);
    expect(blank).toBe("");
    expect(sentence).toMatch(/^[A-Z].+\.$/);
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
    for (const port of fixed) expect(words, port.id).toContain(`**${port.title}**`);
  });

  it("names every command that the step makes", () => {
    for (const command of commandsMadeBy(kind)) expect(page).toContain(`\`${command}\``);
  });
});

/**
 * Commands in the documents of the cases, as far as they come from the step under test. Left out: GoTo, by which the
 * planner leads from one document to the next; and Speak where it only reads out a prompt of a step that makes more.
 */
function commandsMadeBy(kind: string): readonly string[] {
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
