import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandError } from "./flow-file.ts";

/**
 * Writes files into a folder, which is made when missing. Documents that an earlier export left there, by its manifest,
 * and that are no longer in `documents`, are removed; nothing else in the folder is touched.
 */
export async function writeFolder(
  folder: string,
  documents: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch {
    throw new CommandError(`${folder} is a file: name a folder for the documents.`);
  }
  for (const old of await documentsOf(folder)) {
    if (!documents.includes(old)) await rm(join(folder, old), { force: true });
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

/** Writes a file. Throws {@link CommandError} where none can be written. */
export async function writeTextFile(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch {
    throw new CommandError(`${path} cannot be written: is there such a folder?`);
  }
}

/** What the manifest in the folder says it holds; nothing when there is none that can be read. */
async function documentsOf(folder: string): Promise<readonly string[]> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
    const files = manifest !== null && typeof manifest === "object" && "files" in manifest ? manifest.files : [];
    return Array.isArray(files) ? files.filter((name) => /^[A-Za-z0-9~.*#-]+\.ozml$/.test(String(name))) : [];
  } catch {
    return [];
  }
}
