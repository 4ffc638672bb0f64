import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../..", import.meta.url));

export interface DocPage {
  /** From the repository's folder. */
  readonly path: string;
  readonly text: string;
}

const inFolder = (folder: string) =>
  readdirSync(`${repository}${folder}`)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}${name}`);

/** Every page written for people, but the help of steps. */
export const docPages: readonly DocPage[] = [...inFolder(""), ...inFolder("docs/")].map((path) => ({
  path,
  text: readFileSync(`${repository}${path}`, "utf8"),
}));

/** What stands between fences of that language, in order. `sh` is run by a test; `shell` needs what no test has. */
export function fenced({ text }: DocPage, language: string): readonly string[] {
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)]
    .filter(([, given]) => given === language)
    .map(([, , block = ""]) => block);
}
