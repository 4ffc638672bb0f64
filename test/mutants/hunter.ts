import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * Hunts mutants in a process that is kept from one to the next, because loading it costs more than most hunts. A mutant
 * that runs away with memory or time takes its process with it; the next one gets a new one.
 */
export class Hunter {
  #process: ChildProcessWithoutNullStreams | undefined;
  #complaint = "";
  readonly #root: string;

  /** `root`: of the project. */
  constructor(root: string) {
    this.#root = root;
  }

  /** What gave the mutant in this folder away; "" when nothing did. What takes longer than `patienceMs` runs away. */
  async hunt(folder: string, patienceMs: number): Promise<string> {
    this.#process ??= this.#start();
    const { stdin, stdout } = this.#process;
    const lines = createInterface({ input: stdout });
    const answer = new Promise<string>((resolve) => {
      lines.once("line", (line) => resolve(JSON.parse(line) as string));
      lines.once("close", () => resolve(`it runs away: ${this.#complaint.slice(-200)}`));
    });
    const watch = setTimeout(() => this.stop(), patienceMs);
    stdin.write(`${folder}\n`);
    const found = await answer;
    clearTimeout(watch);
    lines.close();
    return found;
  }

  stop(): void {
    this.#process?.kill("SIGKILL");
    this.#process = undefined;
  }

  #start(): ChildProcessWithoutNullStreams {
    const command = ["--max-old-space-size=700", "--import", "tsx", "test/mutants/hunt.ts"];
    const started = spawn(process.execPath, command, { cwd: this.#root });
    this.#complaint = "";
    started.stderr.on("data", (chunk: Buffer) => {
      this.#complaint += String(chunk);
    });
    started.stdin.on("error", () => undefined);
    started.once("exit", () => {
      if (this.#process === started) this.#process = undefined;
    });
    return started;
  }
}
