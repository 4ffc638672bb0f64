import type { OzmlFile } from "@ozflow/compiler";

/** A text that was copied, not a file with a name. */
export const pastedName = "pasted.ozml";

export function isOzmlFile({ name }: Pick<File, "name">): boolean {
  return /\.(ozml|xml)$/i.test(name);
}

/** Whether a pasted text is meant as OzML; flows are JSON, which begins otherwise. */
export function looksLikeOzml(text: string): boolean {
  return /^\s*<[?!A-Za-z]/.test(text);
}

export function readOzmlFiles(files: readonly File[]): Promise<readonly OzmlFile[]> {
  return Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
}
