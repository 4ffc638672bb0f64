import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Flow } from "@ozflow/compiler";
import { type Log, type RunningServer, readConfig, type ServerParts, startServer } from "@ozflow/server";
import { expectDeclared } from "./declared.ts";
import { databaseOf } from "./postgres.ts";

/** A server of its own for a test file: free ports, an empty folder, nobody's clock, somebody signed in. */
export interface TestServer {
  readonly url: string;
  readonly pbxUrl: string;
  readonly running: RunningServer;
  /** The reasons the server has logged, oldest first. */
  readonly reasons: readonly string[];
  /** A request under /api of somebody who is signed in. The answer is held to what its route declares. */
  api(method: string, path: string, body?: unknown): Promise<ApiReply>;
  /** The same with bytes as they are. */
  send(method: string, path: string, bytes: Buffer): Promise<ApiReply>;
  /** A GET under /api whose answer comes piece by piece. */
  stream(path: string): Promise<Response>;
  /** Stores and publishes a flow. */
  publish(flow: Flow): Promise<PublishedFlow>;
  stop(): Promise<void>;
}

export interface ApiReply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into JSON and fail when it is not what they expect.
  readonly body: any;
}

export interface PublishedFlow {
  readonly id: string;
  readonly callbackUrl: string;
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
  const cookie = await signIn(running.url, admin);

  const api = (method: string, path: string, body?: unknown) =>
    ask(method, path, "application/json", body === undefined ? undefined : JSON.stringify(body));

  async function ask(method: string, path: string, type: string, body?: string | Uint8Array<ArrayBuffer>) {
    const headers = { cookie, "content-type": type };
    const response = await fetch(`${running.url}/api${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const reply = { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
    expectDeclared(method, path, reply.status, reply.body);
    return reply;
  }

  return {
    url: running.url,
    pbxUrl: running.pbxUrl ?? "",
    running,
    reasons,
    api,
    send: (method, path, bytes) => ask(method, path, "application/octet-stream", new Uint8Array(bytes)),
    stream: (path) => fetch(`${running.url}/api${path}`, { headers: { cookie } }),
    async publish(flow) {
      const { id } = (await api("POST", "/flows", { flow })).body;
      const { callbackUrl } = (await api("POST", `/flows/${id}/publish`, { version: 1 })).body;
      return { id, callbackUrl };
    },
    async stop() {
      await running.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** The cookie of a new login. */
export async function signIn(url: string, user: { email: string; password: string }): Promise<string> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${url}/api/session`, { method: "POST", headers, body: JSON.stringify(user) });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
