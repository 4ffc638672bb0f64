import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeFlow } from "@ozflow/compiler";
import { readConfig } from "@ozflow/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAuth } from "../../server/src/auth/better-auth.ts";
import { createUsers } from "../../server/src/auth/users.ts";
import { backUp } from "../../server/src/backup/back-up.ts";
import { restore } from "../../server/src/backup/restore.ts";
import { openDatabase, prepareDatabase } from "../../server/src/store/database.ts";
import { migrations } from "../../server/src/store/migrations/index.ts";
import { createStore } from "../../server/src/store/store.ts";
import { pinCheck } from "../support/call-flows.ts";
import { onSqlite } from "../support/postgres.ts";
import { startTestServer } from "../support/test-server.ts";

const admin = { email: "admin@ozflow.local", password: "a password for tests" };
const at = "2026-01-01T00:00:00.000Z";
const names = Object.keys(migrations).sort();

let place = "";
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "ozflow-older-"));
});
afterAll(() => rm(place, { recursive: true }));

/** A database as the version left it that knew the migrations up to this one; with a flow, a setting and a login. */
async function madeByVersion(known: readonly string[], folder: string): Promise<void> {
  const engine = await openDatabase({ url: undefined, folder, onLostConnection: () => {} });
  await prepareDatabase(engine, known);
  const auth = await createAuth(engine, { secret: "x".repeat(40), publicUrl: "http://localhost" });
  await createUsers(auth).add({ email: admin.email, name: "Administrator", role: "admin" }, admin.password);
  const store = createStore(engine);
  const file = writeFlow(pinCheck);
  await store.flows.insert({ id: "old-flow", key: "old-key", name: "Old", file, stepCount: 5, updatedAt: at });
  await store.settings.findOrMake("kept", () => "as it was");
  await engine.close();
}

test.each(names.map((name, index) => [name, names.slice(0, index + 1)] as const))(
  "a backup of the version whose newest tables are %s is taken in, and its flow goes on the line",
  async (name, known) => {
    const [source, target] = [join(place, `${name}-source`), join(place, `${name}-target`)];
    await madeByVersion(known, source);
    const backup = join(place, `${name}.jsonl.gz`);
    await backUp(readConfig({ DATA_DIR: source }), backup);
    expect(await restore(readConfig({ DATA_DIR: target }), backup)).toBeGreaterThan(3);

    const server = await startTestServer({ DATA_DIR: target, ...onSqlite });
    expect((await server.api("GET", "/flows")).body.flows).toMatchObject([{ id: "old-flow", name: "Old" }]);
    const published = await server.api("POST", "/flows/old-flow/publish", { version: 1 });
    expect(published.body.callbackUrl).toBe(`${server.url}/c/old-key`);
    expect((await server.api("POST", "/flows/old-flow/calls", { number: "102" })).status).toBe(201);
    await server.stop();
  },
);
