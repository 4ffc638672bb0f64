import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { run } from "./install.mjs";

const built = "editor/dist/index.html";
const sources = [
  "editor/src",
  "editor/public",
  "editor/index.html",
  "editor/vite.config.ts",
  "compiler/src",
  "package-lock.json",
];

/** Builds the editor when it has not been built, or when something it is made of has changed since. */
export function buildEditorIfStale() {
  if (!existsSync(built) || sources.some((path) => newest(path) > statSync(built).mtimeMs)) {
    run("npm", ["run", "build", "-w", "editor"]);
  }
}

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
