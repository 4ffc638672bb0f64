import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { rivalsFolder } from "../rivals.ts";

/** What everybody serves: what OzFlow answers a call that comes in, and keys in it. */
export interface Documents {
  readonly first: string;
  readonly next: string;
}

export function documentsGiven(): Documents {
  return JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Documents;
}

export function documentFor(form: Readonly<Record<string, string>>, { first, next }: Documents): string {
  return form["NotificationName"] === "IncomingCall" ? first : next;
}

/** A package of the rivals; the bench has installed them. */
export const installed = createRequire(`${rivalsFolder}/package.json`);

/** What a server has used so far. */
export interface Used {
  /** Megabytes. */
  readonly heap: number;
  readonly rss: number;
  /** Seconds of the processor, of all its threads. */
  readonly cpu: number;
}

/**
 * Tells whoever started this process the port, on a line of its own; then what was used whenever a line comes in ("collect":
 * after a collection), until there are no more.
 */
export function started(port: number, more: object = {}): void {
  console.log(JSON.stringify({ port, ...more }));
  process.stdin.on("data", (line) => {
    if (String(line).startsWith("collect")) globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const used: Used = { heap: heapUsed / 1e6, rss: rss / 1e6, cpu: (user + system) / 1e6 };
    console.log(JSON.stringify(used));
  });
  process.stdin.on("end", () => process.exit(0));
}
