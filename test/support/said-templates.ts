import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const top = fileURLToPath(new URL("../../", import.meta.url));

/** Templates of every sentence that is written with `said` in these folders; those without a letter are the same everywhere. */
export function saidIn(...folders: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const folder of folders) {
    const files = readdirSync(join(top, folder), { recursive: true, encoding: "utf8" });
    for (const name of files.filter((one) => one.endsWith(".ts"))) {
      for (const template of templatesIn(join(top, folder, name))) found.add(template);
    }
  }
  return found;
}

function templatesIn(path: string): readonly string[] {
  const text = readFileSync(path, "utf8");
  if (!text.includes("said`")) return [];
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "said") found.push(templateOf(node.template));
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found.filter((template) => /\p{Letter}/u.test(template));
}

/** As `said` makes it (compiler/src/words/said.ts). */
function templateOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  const parts = template.templateSpans.map(({ literal }, index) => `{${index}}${literal.text}`);
  return template.head.text + parts.join("");
}
