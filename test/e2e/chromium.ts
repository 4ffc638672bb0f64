import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where the browser is: `CHROMIUM_PATH`, or the place where Debian puts it. Undefined: there is none on this machine. */
export function findChromium(): string | undefined {
  const wanted = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  return existsSync(wanted) ? wanted : undefined;
}

export async function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
