import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Directory } from "../resources/directory.ts";
import { CommandError } from "./flow-file.ts";

/** What may be known of the world around a flow. */
export interface KnownOptions {
  readonly sounds?: string;
  readonly extensions?: string;
}

export const soundsOption = [
  "--sounds <folder>",
  "where the WAV and MP3 files lie that the flow plays, for their lengths; ID.wav or ID.mp3 for prompt:ID",
] as const;

export const extensionsOption = [
  "--extensions <file>",
  "what can be dialled inside: a text file with an extension in each line",
] as const;

/** As reviews and proofs take it. Throws {@link CommandError} with a sentence. */
export async function knownBy({ sounds, extensions }: KnownOptions): Promise<{
  readonly audioSeconds: Readonly<Record<string, number>>;
  readonly directory?: Directory;
}> {
  return {
    audioSeconds: sounds === undefined ? {} : await soundLengths(sounds),
    ...(extensions === undefined ? {} : { directory: { extensions: await linesOf(extensions), contacts: [] } }),
  };
}

/** Seconds by the names that flows have for the files: their path in the folder, and what they are in a prompt library. */
async function soundLengths(folder: string): Promise<Readonly<Record<string, number>>> {
  const { parseFile } = await import("music-metadata");
  const files = await readdir(folder, { recursive: true }).catch(() => {
    throw new CommandError(`${folder} cannot be read: is the name right?`);
  });
  const lengths: Record<string, number> = {};
  for (const file of files.filter((one) => /\.(wav|mp3)$/i.test(one)).sort()) {
    const seconds = await parseFile(join(folder, file), { duration: true, skipCovers: true }).then(
      ({ format }) => format.duration,
      () => undefined,
    );
    if (seconds === undefined) throw new CommandError(`${join(folder, file)} is no WAV or MP3 file that can be read.`);
    const name = file.replaceAll("\\", "/");
    lengths[name] = seconds;
    lengths[`prompt:${name.slice(0, -extname(name).length)}`] = seconds;
  }
  return lengths;
}

async function linesOf(path: string): Promise<readonly string[]> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new CommandError(`${path} cannot be read: is the name right?`);
  });
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}
