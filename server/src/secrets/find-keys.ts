import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type SealKey, sealKey } from "./seal.ts";

/**
 * The keys of this server: `OZFLOW_KEY`, else a file in the data folder that only its owner can read. A former key, given
 * or in the file, still opens what it sealed.
 */
export function findKeys(
  folder: string,
  { current, previous }: { readonly current: string | undefined; readonly previous: string | undefined },
): [SealKey, ...SealKey[]] {
  const file = join(folder, "secrets.key");
  const kept = existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
  const first = current ?? kept ?? newKeyFile(file);
  const others = [previous, kept].filter((one): one is string => one !== undefined && one !== first);
  return [sealKey(first), ...others.map((one) => sealKey(one))];
}

function newKeyFile(file: string): string {
  const key = randomBytes(32).toString("base64url");
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: "wx" });
  return key;
}
