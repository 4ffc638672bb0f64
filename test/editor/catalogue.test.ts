import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("../../editor/src", import.meta.url));
/** Attributes that people read or hear. */
const spoken = new Set(["label", "title", "placeholder", "description", "alt", "aria-label", "text"]);

function textsIn(path: string): readonly string[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{Letter}/u.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer !== undefined) {
      if (ts.isStringLiteral(node.initializer) && /\p{Letter}/u.test(node.initializer.text))
        found.push(node.initializer.text);
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

describe("the interface", () => {
  it("has no text outside of the catalogue", () => {
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx"));
    expect(files.length).toBeGreaterThan(20);
    const texts = files.flatMap((name) => textsIn(join(source, name)).map((text) => `${name}: ${text}`));
    expect(texts).toEqual([]);
  });
});
