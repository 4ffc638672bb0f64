import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Flow, writeFlow } from "@ozflow/compiler";

const repository = fileURLToPath(new URL("../..", import.meta.url));

export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a user does: a process of its own, in the repository's folder. */
export const ozflow = (...given: readonly string[]): Promise<Outcome> => ozflowWith({}, ...given);

/** The same with variables in its environment. */
export function ozflowWith(variables: Readonly<Record<string, string>>, ...given: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const command = [join(repository, "compiler/bin/ozflow.js"), ...given];
    const env = { ...process.env, ...variables };
    execFile(process.execPath, command, { cwd: repository, env }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : error.code;
      if (typeof exitCode === "number") resolve({ exitCode, stdout, stderr });
      else reject(error);
    });
  });
}

export interface Workplace {
  readonly folder: string;
  /** Writes a flow file and gives its path. */
  write(name: string, flow: Flow): Promise<string>;
  remove(): Promise<void>;
}

/** An empty folder for a test file. */
export async function openWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), "ozflow-cli-"));
  return {
    folder,
    async write(name, flow) {
      const path = join(folder, name);
      await writeFile(path, writeFlow(flow));
      return path;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
