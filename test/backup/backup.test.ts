import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { readConfig } from "@ozflow/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backUp } from "../../server/src/backup/back-up.ts";
import { restore } from "../../server/src/backup/restore.ts";
import { ozflowWith } from "../cli/ozflow.ts";
import { frontDesk, pinCheck } from "../support/call-flows.ts";
import { databaseOf } from "../support/postgres.ts";
import { wav } from "../support/sound.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let place = "";
let source = "";
let server: TestServer;
let running: Awaited<ReturnType<typeof notify>>;
const sound = wav({ hertz: 700 });
const recording = "http://pbx.example/1.mp3";

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "ozflow-backup-"));
  source = await newFolder();
  server = await startTestServer({ DATA_DIR: source, OZFLOW_KEY: "a key for the tests" });
  await server.send("POST", "/prompts?name=Zoë", sound);
  await server.api("PUT", "/secrets/crm", { value: "hunter2-hunter2" });
  const desk = await server.publish(frontDesk);
  const first = await notify(desk.callbackUrl, { CallId: "a", CallerId: "100" });
  const asked = await notify(first.address("UserInput", "ForwardToUrl"), { DtmfDigits: "1" });
  await notify(asked.address("Record", "FinishedUrl"), { RecordURL: recording });
  running = await notify((await server.publish(pinCheck)).callbackUrl, { CallId: "b", CallerId: "101" });
});
afterAll(async () => {
  await server.stop();
  await rm(place, { recursive: true });
});

const newFolder = () => mkdtemp(join(place, "data-"));
const environmentOf = async (folder: string) => ({ DATA_DIR: folder, ...(await databaseOf(folder)) });
const configOf = async (folder: string) => readConfig(await environmentOf(folder));
const newFile = (name: string) => join(place, `${name}.jsonl.gz`);

/** What the servers of a backup and of its source must answer in the same words. */
async function told(of: TestServer) {
  const asked = ["/flows", "/calls", "/recordings", "/prompts", "/secrets", "/users", "/guard"];
  const answers = await Promise.all(asked.map(async (path) => (await of.api("GET", path)).body));
  const [flows, calls] = [answers[0].flows, answers[1].calls] as { id: string }[][];
  const opened = await Promise.all((flows ?? []).map(({ id }) => of.api("GET", `/flows/${id}`)));
  const details = await Promise.all((calls ?? []).map(({ id }) => of.api("GET", `/calls/${id}`)));
  const text = JSON.stringify([answers, opened, details]);
  return text.replaceAll(of.url, "http://here").replaceAll(/"lastSignInAt":"[^"]*"/g, "");
}

test("everything comes back: flows, a call in the middle, recordings, sounds, logins, secrets", async () => {
  const file = newFile("all");
  expect(await backUp(await configOf(source), file)).toBe((await stat(file)).size);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const folder = await newFolder();
  const rows = await restore(await configOf(folder), file);
  expect(rows).toBe(
    gunzipSync(await readFile(file))
      .toString()
      .trimEnd()
      .split("\n").length - 2,
  );
  const other = await startTestServer({ DATA_DIR: folder, OZFLOW_KEY: "a key for the tests" });
  expect(await told(other)).toBe(await told(server));
  const [prompt] = (await other.api("GET", "/prompts")).body.prompts;
  expect(Buffer.from(await (await fetch(`${other.url}${prompt.path}`)).arrayBuffer())).toEqual(sound);
  const next = running.address("UserInput", "ForwardToUrl").replace(server.url, other.url);
  expect((await notify(next, { DtmfDigits: "1234" })).spoken[0]).toBe("Welcome to the bank.");
  await other.stop();
  expect((await readdir(folder)).filter((name) => name.startsWith("restoring-"))).toEqual([]);
});

test("a backup is of one moment while calls go on", async () => {
  const { callbackUrl } = await server.publish({ ...pinCheck, name: "Busy" });
  const file = newFile("busy");
  let over = false;
  const calls = (async () => {
    let count = 0;
    for (; !over; count += 1) {
      const first = await notify(callbackUrl, { CallerId: "busy" });
      await notify(first.address("UserInput", "ForwardToUrl"), { DtmfDigits: "9999" });
    }
    return count;
  })();
  await notify(callbackUrl, { CallerId: "busy" });
  await backUp(await configOf(source), file);
  over = true;
  expect(await calls).toBeGreaterThan(0);

  type Line = [string, Record<string, unknown>];
  const lines = gunzipSync(await readFile(file))
    .toString()
    .trimEnd()
    .split("\n")
    .slice(1, -1);
  const rows = lines.map((line) => JSON.parse(line) as Line);
  const of = (table: string) => rows.filter(([name]) => name === table).map(([, row]) => row);
  const known = new Set(of("calls").map((row) => row["id"]));
  const turns = new Map<unknown, number>();
  for (const row of of("callbacks")) {
    expect(known).toContain(row["call_id"]);
    turns.set(row["call_id"], Math.max(turns.get(row["call_id"]) ?? 0, Number(row["turn"])));
  }
  const sessions = of("call_sessions").filter((row) => row["call_id"] !== null);
  expect(sessions.length).toBe(known.size);
  for (const row of sessions) expect(turns.get(row["call_id"])).toBe(Number(row["turn"]));
});

describe("nothing is lost", () => {
  let good: Buffer;
  beforeAll(async () => {
    const file = newFile("good");
    await backUp(await configOf(source), file);
    good = await readFile(file);
  });

  const failure = (work: Promise<unknown>) =>
    work.then(
      () => "nothing failed",
      (error) => String(error.message),
    );

  test("a file that is there is not overwritten, nor a database that is", async () => {
    const file = newFile("good");
    expect(await failure(backUp(await configOf(source), file))).toContain("is there already");
    expect(await failure(restore(await configOf(source), file))).toMatch(/is there already|has tables already/);
    expect(await readFile(file)).toEqual(good);
  });

  test.each([
    ["cut off", () => good.subarray(0, good.length >> 1), "is damaged, or no backup."],
    ["something else", () => Buffer.from("a letter"), "is damaged, or no backup."],
    ["something else, packed", () => gzipSync("a letter"), "is no backup that this version"],
    ["cut off before it was packed", () => packed((lines) => lines.slice(0, -2)), "breaks off behind its row"],
    ["short of a row", () => packed((lines) => lines.toSpliced(5, 1)), "is damaged behind its row"],
    [
      "of a newer version",
      () => packed(([head = "", ...rest]) => [withMigration(head), ...rest]),
      "is newer than this",
    ],
    ["with a table of another program", () => packed((lines) => lines.toSpliced(-2, 1, '["ships",{}]')), '"ships"'],
  ])("a backup that is %s leaves the place as empty as it was", async (what, bytes, sentence) => {
    const file = newFile(what);
    await writeFile(file, bytes());
    const folder = await newFolder();
    const config = await configOf(folder);
    expect(await failure(restore(config, file))).toContain(sentence);
    expect(await readdir(folder)).toEqual([]);
    expect(await restore(config, newFile("good"))).toBeGreaterThan(10);
  });

  const packed = (change: (lines: string[]) => string[]) =>
    gzipSync(`${change(gunzipSync(good).toString().trimEnd().split("\n")).join("\n")}\n`);
  const withMigration = (head: string) => head.replace('"migrations":[', '"migrations":["9999-to-come",');

  test("there is nothing to back up where no database is", async () => {
    const folder = await newFolder();
    const config = readConfig({ DATA_DIR: folder });
    expect(await failure(backUp(config, newFile("none")))).toContain("There is no database in");
    expect(await readdir(folder)).toEqual([]);
  });
});

const onPostgres = process.env["OZFLOW_TEST_RUN"] !== undefined;

if (onPostgres)
  test("a backup of PostgreSQL is taken in by SQLite, and back again", async () => {
    const [out, back] = [newFile("to-sqlite"), newFile("to-postgres")];
    const [folder, last] = [await newFolder(), await newFolder()];
    await backUp(await configOf(source), out);
    await restore(readConfig({ DATA_DIR: folder }), out);
    await backUp(readConfig({ DATA_DIR: folder }), back);
    await restore(await configOf(last), back);
    for (const environment of [{ DATA_DIR: folder, DATABASE_URL: "" }, { DATA_DIR: last }]) {
      const other = await startTestServer({ ...environment, OZFLOW_KEY: "a key for the tests" });
      expect(await told(other)).toBe(await told(server));
      await other.stop();
    }
  });

/** Milliseconds. Each command is two programs, one after the other. */
const patience = 240_000;

test("on the command line", { timeout: patience }, async () => {
  const file = newFile("cli");
  const made = await ozflowWith(await environmentOf(source), "backup", file);
  expect(made).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("Keep a copy of secrets.key") });
  const back = await ozflowWith(await environmentOf(await newFolder()), "restore", file);
  expect(back).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^Everything is back \(\d+ rows\)/) });
  const again = await ozflowWith(await environmentOf(source), "restore", file);
  expect(again).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/is there already|has tables already/) });
});
