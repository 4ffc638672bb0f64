import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type RunningServer, readConfig, type ServerParts, startServer } from "../../server/src/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export const admin = { email: "admin@ozflow.local", password: "only-for-this-test" };

export interface RunningApp {
  readonly url: string;
  readonly server: RunningServer;
  stop(): Promise<void>;
}

/** The real server with an empty database, the virtual PBX and the built editor, on ports nobody uses. */
export async function startApp(parts: ServerParts = {}): Promise<RunningApp> {
  buildEditor();
  const folder = mkdtempSync(join(tmpdir(), "ozflow-e2e-"));
  const server = await startServer(
    readConfig({
      DATA_DIR: folder,
      PORT: "0",
      VIRTUAL_PBX_PORT: "0",
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
    }),
    parts,
  );
  return {
    url: server.url,
    server,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function buildEditor(): void {
  if (existsSync(join(root, "editor/dist/index.html"))) return;
  execFileSync("npm", ["run", "build", "-w", "editor"], { cwd: root, stdio: "inherit" });
}
