import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Flow } from "@ozflow/compiler";
import { readConfig, startServer } from "@ozflow/server";
import { greeting, pinCheck } from "../../../support/call-flows.ts";
import { started } from "./started.ts";

// The server as it is started, with an empty database; flows are published through its API.
const folder = mkdtempSync(join(tmpdir(), "ozflow-load-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const login = { email: "load@example.com", password: "a password for the bench" };
const config = readConfig({
  PORT: "0",
  VIRTUAL_PBX_PORT: "0",
  DATA_DIR: folder,
  ADMIN_EMAIL: login.email,
  ADMIN_PASSWORD: login.password,
  CALLBACKS_PER_SECOND: "1000000",
  // What else the machine does may delay the server; that is no reason to send callers away here.
  MAX_LAG_MS: "60000",
  CALLBACK_SECONDS: "60",
  DATABASE_URL: process.env["LOAD_DATABASE_URL"],
});
const server = await startServer(config);

const headers: Record<string, string> = { "content-type": "application/json" };
const signedIn = await post("/session", login);
headers["cookie"] = signedIn.headers
  .getSetCookie()
  .map((cookie) => cookie.split(";", 1)[0])
  .join("; ");

async function post(path: string, body: unknown): Promise<Response> {
  return await fetch(`${server.url}/api${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

async function publish(flow: Flow): Promise<string> {
  const { id } = (await (await post("/flows", { flow })).json()) as { id: string };
  const published = await post(`/flows/${id}/publish`, { version: 1 });
  const { callbackUrl } = (await published.json()) as { callbackUrl: string };
  return new URL(callbackUrl).pathname;
}

/** One try: a document that the others can be given too. */
const onceAsked: Flow = {
  ...pinCheck,
  steps: pinCheck.steps.map((step) => (step.id === "ask" ? { ...step, data: { ...step.data, attempts: 1 } } : step)),
};
const still = await publish(greeting);
const live = await publish(onceAsked);
started(Number(new URL(server.url).port), { still, live });
