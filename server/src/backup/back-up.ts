import { existsSync } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import manifest from "../../package.json" with { type: "json" };
import type { Config } from "../config.ts";
import { openDatabase } from "../store/database.ts";
import { BackupError, writeArchive } from "./archive.ts";

/**
 * Writes everything in the database into a file, as it is at one moment; servers go on meanwhile. Resolves to its size in
 * bytes. Throws {@link BackupError} when the file is there already or there is nothing to back up.
 */
export async function backUp({ databaseUrl, dataFolder }: Config, file: string): Promise<number> {
  if (existsSync(file)) throw new BackupError(`${file} is there already. Choose another name: nothing is overwritten.`);
  if (databaseUrl === undefined && !existsSync(join(dataFolder, "ozflow.db"))) {
    throw new BackupError(`There is no database in ${dataFolder}. Is DATA_DIR that of the server?`);
  }
  const engine = await openDatabase({ url: databaseUrl, folder: dataFolder, onLostConnection: () => {} });
  const unfinished = `${file}.unfinished`;
  try {
    const about = { version: manifest.version, at: new Date().toISOString() };
    await engine.snapshot(async (snapshot) => {
      // Whoever reads it knows the flows, who called, and the hashes of passwords.
      const opened = await open(unfinished, "w", 0o600);
      await pipeline(
        Readable.from(writeArchive(snapshot, about)),
        createGzip(),
        opened.createWriteStream({ flush: true }),
      );
    });
    await rename(unfinished, file);
    return (await stat(file)).size;
  } finally {
    await rm(unfinished, { force: true });
    await engine.close();
  }
}
