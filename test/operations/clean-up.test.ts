import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCleanUp } from "../../server/src/operations/clean-up.ts";
import { frontDesk } from "../support/call-flows.ts";
import { ManualClock } from "../support/clocks.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const hour = 3600;
const day = 24 * hour;

describe("a server that starts", () => {
  const clock = new ManualClock();
  let folder: string;
  let server: TestServer;
  let callbackUrl: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ozflow-kept-"));
    server = await startTestServer({ DATA_DIR: folder }, { clock });
    callbackUrl = (await server.publish(frontDesk)).callbackUrl;
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  async function restart(environment: Readonly<Record<string, string>>): Promise<void> {
    const { url } = server;
    await server.stop();
    server = await startTestServer({ DATA_DIR: folder, ...environment }, { clock });
    callbackUrl = callbackUrl.replace(url, server.url);
  }

  async function recordedCall(caller: string): Promise<void> {
    const first = await notify(callbackUrl, { CallId: caller, CallerId: caller });
    const recording = await notify(first.address("UserInput", "ForwardToUrl"), { DtmfDigits: "1" });
    await notify(recording.address("Record", "FinishedUrl"), { RecordURL: `http://pbx.example/${caller}.mp3` });
  }

  const callers = async (path: "calls" | "recordings") =>
    (await server.api("GET", `/${path}`)).body[path].map((one: { caller: string }) => one.caller);
  const auditedAt = async () =>
    new Set((await server.api("GET", "/audit")).body.entries.map((one: { at: string }) => one.at.slice(0, 10)));

  test("keeps everything as long as nothing else is said", async () => {
    await recordedCall("first");
    await clock.pass(20 * day);
    await recordedCall("second");
    await restart({});
    expect([await callers("calls"), await callers("recordings")]).toEqual([
      ["second", "first"],
      ["second", "first"],
    ]);
  });

  test("deletes links to recordings, calls and audit entries when their days are over, and no others", async () => {
    await clock.pass(5 * day);
    await restart({ RECORDING_DAYS: "10", AUDIT_DAYS: "10" });
    expect([await callers("calls"), await callers("recordings")]).toEqual([["second", "first"], ["second"]]);
    expect(await auditedAt()).toEqual(new Set(["2030-01-21", "2030-01-26"]));
    await restart({ CALL_DAYS: "10" });
    expect([await callers("calls"), await callers("recordings")]).toEqual([["second"], ["second"]]);
  });

  test("keeps a call that began long ago and was heard of since", async () => {
    const first = await notify(callbackUrl, { CallId: "long", CallerId: "long" });
    await clock.pass(23 * hour);
    const next = first.address("UserInput", "ForwardToUrl");
    expect((await notify(next, { DtmfDigits: "3" })).spoken).toContain("Message, call, again or operator?");
    await clock.pass(2 * hour);
    await restart({ CALL_DAYS: "1" });
    expect(await callers("calls")).toEqual(["long"]);
    await clock.pass(day);
    await restart({ CALL_DAYS: "1" });
    expect(await callers("calls")).toEqual([]);
  });
});

test("many old calls go a few at a time, and not all in one round", async () => {
  let left = 10_450;
  const asked: number[] = [];
  const nothing = async () => {};
  const retention = {
    deleteSessions: nothing,
    deleteAudit: nothing,
    deleteRequests: nothing,
    deleteCallRequests: nothing,
    deleteRecordings: nothing,
    deleteTableVersions: nothing,
    async deleteCalls(_before: string, most: number) {
      const deleted = Math.min(left, most);
      asked.push(deleted);
      left -= deleted;
      return deleted;
    },
  };
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const round = createCleanUp({ retention, clock: new ManualClock(), log }, { calls: 1, recordings: 1, audit: 1 });
  await round();
  expect([left, Math.max(...asked)]).toEqual([450, 200]);
  await round();
  expect([left, asked.at(-1)]).toEqual([0, 50]);
});
