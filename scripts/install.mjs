import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

/** Installs the packages when they are missing or older than the lock file, so that `npm start` and `npm test` need no step before them. */
export function installMissing() {
  const marker = "node_modules/.package-lock.json";
  const current = existsSync(marker) && statSync(marker).mtimeMs >= statSync("package-lock.json").mtimeMs;
  if (!current) run("npm", ["ci", "--no-fund", "--no-audit"]);
}

/** Runs a command where everybody can see it; its failure is ours. */
export function run(command, args, env = {}) {
  try {
    execFileSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
  } catch (error) {
    process.exit(typeof error.status === "number" ? error.status : 1);
  }
}
