import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Log, type RunningServer, readConfig, type ServerParts, startServer } from "@ozflow/server";
import { databaseOf } from "./postgres.ts";
import { type SignedIn, signedIn } from "./signed-in.ts";

/** A server of its own for a test file: free ports, an empty folder, nobody's clock, somebody signed in. */
export interface TestServer extends SignedIn {
  readonly url: string;
  readonly pbxUrl: string;
  readonly running: RunningServer;
  /** The reasons the server has logged, oldest first. */
  readonly reasons: readonly string[];
  stop(): Promise<void>;
}

const admin = { email: "admin@ozflow.local", password: "a password for tests" };

export async function startTestServer(
  environment: Readonly<Record<string, string>> = {},
  parts: ServerParts = {},
): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "ozflow-"));
  const free = { PORT: "0", VIRTUAL_PBX_PORT: "0", DATA_DIR: folder, EDITOR_DIR: join(folder, "no-editor") };
  const database = await databaseOf(environment["DATA_DIR"] ?? folder);
  const config = readConfig({ ...free, ...database, ADMIN_PASSWORD: admin.password, ...environment });
  const reasons: string[] = [];
  const log: Log = {
    debug: () => {},
    info: () => {},
    warn: (_message, fields) => reasons.push(String(fields?.["reason"] ?? "")),
    error: (_message, fields) => reasons.push(String(fields?.["reason"] ?? "")),
  };
  const running = await startServer(config, { speed: 0, log, ...parts });
  const somebody = await signedIn(running.url, admin);
  return {
    url: running.url,
    pbxUrl: running.pbxUrl ?? "",
    running,
    reasons,
    ...somebody,
    async stop() {
      await running.stop();
      await rm(folder, { recursive: true });
    },
  };
}
