import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where others are installed that we are measured against: git leaves it out, and the product needs none of it. */
export const rivalsFolder = fileURLToPath(new URL("../../../.cache/bench-load", import.meta.url));

const rivals = ["express@5", "twilio@6", "node-red@4.1"];

/** Installs what is missing. Some hundred packages, once. */
export function installRivals(): void {
  if (existsSync(`${rivalsFolder}/node_modules/node-red`)) return;
  mkdirSync(rivalsFolder, { recursive: true });
  writeFileSync(`${rivalsFolder}/package.json`, '{ "private": true }\n');
  const quiet = ["--no-fund", "--no-audit", "--ignore-scripts", "--prefer-offline"];
  // What npm says goes where the figures do not.
  execFileSync("npm", ["install", ...quiet, ...rivals], { cwd: rivalsFolder, stdio: ["ignore", 2, 2] });
}
