import { ConfigError, readConfig } from "../config.ts";
import { DatabaseError } from "../store/engines/engine.ts";
import { BackupError } from "./archive.ts";
import { backUp } from "./back-up.ts";
import { restore } from "./restore.ts";

/** `backup FILE` and `restore FILE`, with the environment of the server. */
const [what, file] = process.argv.slice(2);

try {
  if (file === undefined || (what !== "backup" && what !== "restore"))
    throw new BackupError("Say backup FILE or restore FILE.");
  const config = readConfig(process.env);
  if (what === "backup") {
    const bytes = await backUp(config, file);
    console.log(`The backup is in ${file} (${Math.ceil(bytes / 1000)} kB).`);
    if (config.keys.current === undefined) {
      console.log("Secrets in it are sealed. Keep a copy of secrets.key in DATA_DIR too, and in another place.");
    }
  } else {
    const rows = await restore(config, file);
    console.log(
      `Everything is back (${rows} rows). Put secrets.key into DATA_DIR, or set OZFLOW_KEY, before the start.`,
    );
  }
} catch (error) {
  const isForPeople = [BackupError, ConfigError, DatabaseError].some((kind) => error instanceof kind);
  console.error(isForPeople && error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
