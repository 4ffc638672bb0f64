import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A PostgreSQL of a test's own, which it may stop. */
export interface OwnPostgres {
  readonly url: string;
  start(): void;
  /** `immediate`: as if the power went. */
  stop(how: "fast" | "immediate"): void;
  remove(): void;
}

const versions = "/usr/lib/postgresql";

/** Where its programs are; undefined when it is not installed. */
export const postgresPrograms = existsSync(versions)
  ? readdirSync(versions)
      .map((version) => join(versions, version, "bin"))
      .find((folder) => existsSync(join(folder, "initdb")))
  : undefined;

export async function makePostgres(): Promise<OwnPostgres> {
  if (postgresPrograms === undefined) throw new Error(`There is no PostgreSQL in ${versions}.`);
  const folder = mkdtempSync(join(tmpdir(), "ozflow-postgres-"));
  const data = join(folder, "data");
  // It refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) execFileSync("chown", ["postgres", folder]);
  chmodSync(folder, 0o700);
  const run = (program: string, ...given: readonly string[]) => {
    const command = [join(postgresPrograms, program), ...given];
    const [file = "", ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
    execFileSync(file, rest, { stdio: "ignore", cwd: tmpdir() });
  };
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const { port } = free.address() as AddressInfo;
  free.close();
  run("initdb", "-D", data, "-U", "ozflow", "-A", "trust", "-E", "UTF8", "--no-sync");
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
  const start = () => run("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start");
  start();
  return {
    url: `postgresql://ozflow@127.0.0.1:${port}/postgres`,
    start,
    stop: (how) => run("pg_ctl", "-D", data, "-w", "-m", how, "stop"),
    remove() {
      rmSync(folder, { recursive: true });
    },
  };
}
