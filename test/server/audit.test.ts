import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, prepareDatabase } from "../../server/src/store/database.ts";
import { migrations } from "../../server/src/store/migrations/index.ts";
import type { AuditRow } from "../../server/src/store/tables.ts";
import { office } from "../support/calendars.ts";
import { pinCheck } from "../support/call-flows.ts";
import { addPerson, ownProxy, send } from "../support/people.ts";
import { databaseOf } from "../support/postgres.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

describe("the audit log", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(ownProxy);
  });
  afterAll(() => server.stop());

  const entries = async (query: string) => (await server.api("GET", `/audit?${query}`)).body.entries;
  /** Of the last doings, the newest first. */
  const told = async (limit: number) =>
    (await entries(`limit=${limit}`)).map(({ action, subject }: { action: string; subject: object }) => [
      action,
      subject,
    ]);

  test("tells who did what, from where, and by which token", async () => {
    const person = await addPerson(server, "editor");
    const { email } = person;
    await send(server, "POST", "/api/session", {}, { email, password: "wrong" });
    const made = await send(server, "POST", "/api/tokens", person.headers, { name: "robot", role: "viewer" });
    const { token, id } = JSON.parse(await made.text());
    await send(server, "DELETE", `/api/tokens/${id}`, { authorization: `Bearer ${token}` });
    const last = await entries("limit=5");
    expect(last).toMatchObject([
      { action: "token-revoked", who: email, token: "robot", address: "127.0.0.1", subject: { name: "robot" } },
      { action: "token-made", who: email, token: null, subject: { name: "robot", role: "viewer" } },
      { action: "sign-in-refused", who: "", subject: { email } },
      { action: "signed-in", who: email, subject: {} },
      { action: "user-added", who: "admin@ozflow.local", subject: { email, role: "editor" } },
    ]);
    expect(JSON.stringify(last)).not.toContain(token);
    expect(await entries(`beforeAt=${last[1].at}&beforeId=${last[1].id}&limit=1`)).toEqual([last[2]]);
    expect(await entries(`who=${email}&action=token-made`)).toHaveLength(1);
  });

  test("calls tables and calendars by their names, also those that are gone", async () => {
    const csv = Buffer.from("number,name\n100,Ann\n");
    const { id: table } = (await server.send("POST", "/tables?name=Customers", csv)).body;
    await server.send("PUT", `/tables/${table}/rows?version=1`, csv);
    await server.api("DELETE", `/tables/${table}`);
    const { id } = (await server.api("POST", "/calendars", { name: "Office", calendar: office })).body;
    await server.api("DELETE", `/calendars/${id}`);
    expect(await told(5)).toEqual([
      ["calendar-deleted", { name: "Office" }],
      ["calendar-changed", { name: "Office" }],
      ["table-deleted", { name: "Customers" }],
      ["table-changed", { name: "Customers" }],
      ["table-changed", { name: "Customers" }],
    ]);
  });

  test("tells of a flow its id and the name it has when something is done to it", async () => {
    const { id } = await server.publish(pinCheck);
    const flow = { id, name: "PIN check" };
    const { id: call } = (await server.api("POST", `/flows/${id}/calls`, { number: "55" })).body;
    const { id: own } = (await server.api("POST", `/flows/${id}/calls`, {})).body;
    await server.api("PUT", `/flows/${id}/guard`, (await server.api("GET", `/flows/${id}/guard`)).body);
    await server.api("PUT", "/guard", (await server.api("GET", "/guard")).body);
    await server.api("POST", `/flows/${id}/key`, {});
    await server.api("DELETE", `/flows/${id}`);
    expect(await told(8)).toEqual([
      ["flow-deleted", { flow }],
      ["key-renewed", { flow }],
      ["guard-changed", { flow: null }],
      ["guard-changed", { flow }],
      ["call-started", { flow, number: null, call: own }],
      ["call-started", { flow, number: "55", call }],
      ["flow-published", { flow, revision: 1 }],
      ["flow-created", { flow }],
    ]);
  });

  test("tells of users what they became, and of secrets no more than their names", async () => {
    const { id, email } = await addPerson(server, "viewer");
    await server.api("PUT", `/users/${id}`, { role: "publisher" });
    await server.api("PUT", `/users/${id}`, { active: false });
    await server.api("POST", `/users/${id}/password`);
    await server.api("DELETE", `/users/${id}`);
    await server.api("PUT", "/secrets/crm", { value: "hunter2" });
    await server.api("DELETE", "/secrets/crm");
    await server.api("PUT", "/pbx/settings", { system: { kind: "virtual" } });
    expect(await told(7)).toEqual([
      ["phone-system-changed", { url: null }],
      ["secret-deleted", { name: "crm" }],
      ["secret-set", { name: "crm" }],
      ["user-removed", { email }],
      ["password-reset", { email }],
      ["user-changed", { email, role: "publisher", active: false }],
      ["user-changed", { email, role: "publisher", active: true }],
    ]);
  });

  test("tells what was done to a call", async () => {
    const { id: call } = server.running.virtualPbx.connect("101", "102");
    await expect.poll(() => server.running.virtualPbx.findCall(call)?.state).toBe("InCall");
    for (const command of ["hold", "unhold", "hang-up"]) {
      expect((await server.api("POST", `/pbx/active-calls/${call}/${command}`, {})).status).toBe(204);
    }
    // One that the phone system refuses is not done.
    expect((await server.api("POST", "/pbx/active-calls/nobody/hang-up", {})).status).toBe(502);
    expect(await told(3)).toEqual([
      ["call-commanded", { command: "hang-up", call }],
      ["call-commanded", { command: "unhold", call }],
      ["call-commanded", { command: "hold", call }],
    ]);
  });

  test("keeps what a stranger sends as long as an address can be, whatever it holds", async () => {
    const email = `${'"\\}'.repeat(100)}\0`;
    await send(server, "POST", "/api/session", {}, { email, password: "wrong" });
    expect(await told(1)).toEqual([["sign-in-refused", { email }]]);
  });
});

test("the audit log of an older version is read as it was written", async () => {
  const written = [
    "Office (R4BqJE2BA_97Lpk9SgwN4g), revision 3",
    '{"name": "a table that is called like this"}',
    "",
  ].map((subject, index) => ({
    id: `old-${index}`,
    at: `2026-01-0${index + 1}T00:00:00.000Z`,
    action: "flow-published",
    who: "ann@example.com",
    token: null,
    address: "10.0.0.1",
    subject,
  }));
  const folder = await mkdtemp(join(tmpdir(), "ozflow-kept-"));
  const { DATABASE_URL } = await databaseOf(folder);
  const engine = await openDatabase({ url: DATABASE_URL, folder, onLostConnection: () => {} });
  const older = Object.keys(migrations).filter((name) => name !== "0096-audit-values");
  await prepareDatabase(engine, older);
  const db = engine.db.withTables<{ audit_log: Omit<AuditRow, "about"> }>();
  await db.insertInto("audit_log").values(written).execute();
  await engine.close();

  const server = await startTestServer({ DATA_DIR: folder });
  const { entries } = (await server.api("GET", "/audit")).body;
  expect(entries[0]).toMatchObject({ action: "signed-in", subject: {} });
  expect(entries.slice(1)).toEqual(written.toReversed());
  await server.stop();
  await rm(folder, { recursive: true });
});
