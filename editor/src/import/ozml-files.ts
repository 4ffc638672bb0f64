import type { OzmlFile } from "@ozflow/compiler";

/** A text that was copied, not a file with a name. */
export const pastedName = "pasted.ozml";

/** Bytes that the documents of one zip may have in all: more than any flow makes. */
const maxUnzipped = 40_000_000;

/** OzML, or documents in a zip as they are exported. */
export function isOzmlFile({ name }: Pick<File, "name">): boolean {
  return isDocument(name) || isZip(name);
}

/** Whether a pasted text is meant as OzML; flows are JSON, which begins otherwise. */
export function looksLikeOzml(text: string): boolean {
  return /^\s*<[?!A-Za-z]/.test(text);
}

/** The documents, those in zips by their names there. Undefined: a zip is damaged, too large, or holds no OzML. */
export async function readOzmlFiles(
  files: readonly Pick<File, "name" | "text" | "arrayBuffer">[],
): Promise<readonly OzmlFile[] | undefined> {
  const read = await Promise.all(
    files.map(async (file) =>
      isZip(file.name) ? unzipped(await file.arrayBuffer()) : [{ name: file.name, text: await file.text() }],
    ),
  );
  const known = read.filter((one) => one !== undefined);
  return known.length < read.length ? undefined : known.flat();
}

async function unzipped(bytes: ArrayBuffer): Promise<readonly OzmlFile[] | undefined> {
  const { strFromU8, unzipSync } = await import("fflate");
  let size = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!isDocument(name)) return false;
    size += originalSize;
    return size <= maxUnzipped;
  };
  try {
    const found = Object.entries(unzipSync(new Uint8Array(bytes), { filter }));
    if (size > maxUnzipped || found.length === 0) return undefined;
    return found.map(([name, content]) => ({ name, text: strFromU8(content) }));
  } catch {
    // fflate says what is wrong in words for programmers; that it is no whole zip is all an author can use.
    return undefined;
  }
}

function isDocument(name: string): boolean {
  return /\.(ozml|xml)$/i.test(name);
}

function isZip(name: string): boolean {
  return /\.zip$/i.test(name);
}
