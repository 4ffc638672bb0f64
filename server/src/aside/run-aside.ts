import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Work, Works } from "./works.ts";

const launcher = fileURLToPath(new URL("../../bin/work-aside.js", import.meta.url));

/** Has a work done in a thread of its own, so that callbacks go on being answered. A thread takes most of a second to begin. */
export function runAside<Name extends keyof Works>(
  name: Name,
  ...given: Parameters<Works[Name]>
): Promise<ReturnType<Works[Name]>> {
  return new Promise((resolve, reject) => {
    const workerData: Work = { name, given };
    const thread = new Worker(launcher, { workerData, execArgv: [] });
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", (code) => reject(new Error(`the thread of ${name} ended with ${code}`)));
  });
}
