import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("../../editor/src", import.meta.url));
/** Attributes, and properties of what is handed to menus and messages, that people read or hear. */
const spoken = new Set([
  "label",
  "title",
  "placeholder",
  "description",
  "alt",
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "text",
  "message",
  "error",
  "button",
  "children",
  "nothingFound",
  "nothingFoundMessage",
]);
/** What shows the text it is given. */
const speaking = new Set(["tell", "tellToStay"]);

const hasLetters = (text: string) => /\p{Letter}/u.test(text);

/** Words that an expression can come to; what it hands to a function (a key of the catalogue) is not among them. */
function wordsOf(node: ts.Node): readonly string[] {
  if (ts.isStringLiteralLike(node)) return hasLetters(node.text) ? [node.text] : [];
  if (ts.isTemplateExpression(node)) {
    const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
    return parts.some(hasLetters) ? [node.getText()] : [];
  }
  if (ts.isConditionalExpression(node)) return [...wordsOf(node.whenTrue), ...wordsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    const compares = /[=<>]|^in$/.test(node.operatorToken.getText());
    return compares ? [] : [...wordsOf(node.left), ...wordsOf(node.right)];
  }
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return wordsOf(node.expression);
  if (ts.isJsxExpression(node)) return node.expression === undefined ? [] : wordsOf(node.expression);
  return [];
}

function textsIn(path: string): readonly string[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasLetters(node.text)) found.push(node.text.trim());
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) found.push(...wordsOf(node));
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer !== undefined) {
      found.push(...wordsOf(node.initializer));
    }
    if (ts.isPropertyAssignment(node) && spoken.has(node.name.getText().replaceAll('"', ""))) {
      found.push(...wordsOf(node.initializer));
    }
    if (ts.isCallExpression(node) && speaking.has(node.expression.getText())) {
      found.push(...node.arguments.flatMap(wordsOf));
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

describe("the interface", () => {
  it("has no text outside of the catalogue", () => {
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
      (name) => /\.tsx?$/.test(name) && !name.startsWith("locales"),
    );
    expect(files.length).toBeGreaterThan(20);
    const texts = files.flatMap((name) => textsIn(join(source, name)).map((text) => `${name}: ${text}`));
    expect(texts).toEqual([]);
  });
});
