import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { judgeNumber, openGuard, standardGuard } from "../../server/src/guard/guard.ts";
import { isLike } from "../../server/src/guard/number-pattern.ts";
import { findKeys } from "../../server/src/secrets/find-keys.ts";
import { seal, sealKey, unseal } from "../../server/src/secrets/seal.ts";
import { pinCheck } from "../support/call-flows.ts";
import { ManualClock } from "../support/clocks.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const example = new URL("../../flows/appointment-reminder.json", import.meta.url);
const reminder = JSON.parse(await readFile(example, "utf8"));

describe("a number pattern", () => {
  test.each([
    ["+36301234567", "+36*", true],
    ["2000", "2xxx", true],
    ["20001", "2xxx", false],
    ["2a00", "2xxx", false],
    ["0900123", "0900*", true],
    ["10900", "0900*", false],
    ["12345", "*3*5", true],
    ["", "*", true],
    ["12", "", false],
  ])("%s is like %s: %s", (number, pattern, expected) => expect(isLike(number, pattern)).toBe(expected));

  test("takes no time to speak of, however it is made", () => {
    const begun = performance.now();
    for (let n = 0; n < 200; n += 1) expect(isLike("1".repeat(64), `${"*1".repeat(19)}2`)).toBe(false);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe("toll fraud: the guard that is there from the start refuses", () => {
  test.each([
    "+979123",
    "00979123",
    "+88216",
    "sip:+8821234@pbx",
    "tel:+881-6-12",
    "+1 900 555",
    "1(900)5550100",
    "0900-1234",
  ])("%s", (number) => expect(judgeNumber(standardGuard, number).allowed).toBe(false));
  test.each(["2000", "+36301234567", "0044123", "*72"])("but not %s", (number) => {
    expect(judgeNumber(standardGuard, number).allowed).toBe(true);
  });
  test("only what is allowed, and nothing of it that is denied", () => {
    const guard = { ...openGuard, allowed: ["+36*", "1xx"], denied: ["+3690*"] };
    expect(
      ["+36301", "0036301", "101", "+3690123", "+44", "1011"].map((one) => judgeNumber(guard, one).allowed),
    ).toEqual([true, true, true, false, false, false]);
  });
});

test("number patterns can be tried before they are in force", async () => {
  const server = await startTestServer();
  const tried = { allowed: ["+36*"], denied: ["+3690*"] };
  const judged = async (number: string) => (await server.api("POST", "/guard/try", { ...tried, number })).body;
  expect(await judged("0036 90 123")).toEqual({ allowed: false, pattern: "+3690*" });
  expect(await judged("+36 30 123")).toEqual({ allowed: true, pattern: "+36*" });
  expect(await judged("+44")).toEqual({ allowed: false });
  expect((await server.api("POST", "/guard/try", { ...tried, denied: ["(a+)+"], number: "1" })).status).toBe(400);
  await server.stop();
});

describe("on a server", () => {
  let server: TestServer;
  const clock = new ManualClock();
  beforeAll(async () => {
    server = await startTestServer({ TRUST_PROXY: "127.0.0.1" }, { clock });
  });
  afterAll(() => server.stop());

  const callback = (url: string, from: string) =>
    fetch(url, { method: "POST", body: "NotificationName=IncomingCall", headers: { "x-forwarded-for": from } }).then(
      (answer) => answer.text(),
    );

  test("a call to a denied number is not dialled, not stored and not told to the phone system", async () => {
    const { id } = await server.publish(reminder);
    const refused = await server.api("POST", `/flows/${id}/calls`, { number: "+97912345" });
    expect(refused).toMatchObject({ status: 403, body: { error: { code: "number-not-allowed" } } });
    expect((await server.api("GET", `/calls?flow=${id}`)).body.calls).toEqual([]);
  });

  test("calls in an hour are counted in the database, of a flow and of all, and a refused one leaves no trace", async () => {
    const { id } = await server.publish(reminder);
    await server.api("PUT", `/flows/${id}/guard`, { ...openGuard, perHour: 1 });
    expect((await server.api("POST", `/flows/${id}/calls`, { number: "2001" })).status).toBe(201);
    expect(await server.api("POST", `/flows/${id}/calls`, { number: "2001" })).toMatchObject({
      status: 429,
      body: { error: { code: "too-many-calls", message: expect.stringContaining("1 calls of this flow") } },
    });
    expect((await server.api("GET", `/calls?flow=${id}`)).body.calls).toHaveLength(1);
  });

  test("many that come at once do not get past the limit", async () => {
    const { id } = await server.publish(reminder);
    await server.api("PUT", `/flows/${id}/guard`, { ...openGuard, perHour: 3 });
    const asked = Array.from({ length: 8 }, () => server.api("POST", `/flows/${id}/calls`, { number: "2002" }));
    const started = (await Promise.all(asked)).filter((one) => one.status === 201);
    expect(started.length).toBeLessThanOrEqual(3);
  });

  test("callbacks come from where they may only; callers hear the fallback otherwise", async () => {
    const flow = await server.publish(pinCheck);
    await server.api("PUT", `/flows/${flow.id}/guard`, { ...openGuard, sources: ["192.0.2.0/24"] });
    expect(await callback(flow.callbackUrl, "192.0.2.7")).toContain("UserInput");
    expect(await callback(flow.callbackUrl, "198.51.100.1")).toContain("We are sorry");
    expect(server.reasons.at(-1)).toContain("takes no callbacks from 198.51.100.1");
  });

  test("a renewed key begins calls, the old one for its grace only, and calls that run go on", async () => {
    const flow = await server.publish(pinCheck);
    const running = await notify(flow.callbackUrl, { CallId: "running" });
    const { body } = await server.api("POST", `/flows/${flow.id}/key`, { graceHours: 1 });
    expect(body.callbackUrl).not.toBe(flow.callbackUrl);
    expect((await server.api("GET", `/flows/${flow.id}`)).body.published.callbackUrl).toBe(body.callbackUrl);
    expect(await callback(body.callbackUrl, "1.2.3.4")).toContain("UserInput");
    expect(await callback(flow.callbackUrl, "1.2.3.4")).toContain("UserInput");
    await clock.pass(3601);
    expect(await callback(flow.callbackUrl, "1.2.3.4")).toContain("We are sorry");
    expect(server.reasons.at(-1)).toContain("newer callback address");
    const next = await notify(running.address("UserInput", "ForwardToUrl"), {
      NotificationName: "DtmfEntered",
      DtmfDigits: "1234",
    });
    expect(next.spoken[0]).toBe("Welcome to the bank.");
  });

  test("a secret is told by nothing", async () => {
    const value = "hunter2-hunter2";
    expect((await server.api("PUT", "/secrets/crm-token", { value })).status).toBe(204);
    const listed = await server.api("GET", "/secrets");
    expect(listed.body.secrets).toMatchObject([{ name: "crm-token" }]);
    const audit = await server.api("GET", "/audit?limit=5");
    expect(JSON.stringify([listed.body, audit.body])).not.toContain(value);
    expect((await server.api("DELETE", "/secrets/crm-token")).status).toBe(204);
    expect((await server.api("DELETE", "/secrets/crm-token")).status).toBe(404);
    expect((await server.api("PUT", "/secrets/..%2fx", { value })).status).toBe(400);
  });
});

describe("what is sealed", () => {
  const key = sealKey("a key of many letters");
  test("is opened by its key and name only, and not when a letter has changed", () => {
    const sealed = seal(key, "one", "text");
    expect(sealed).not.toContain("text");
    expect(unseal([key], "one", sealed)).toBe("text");
    expect(unseal([key], "two", sealed)).toBeUndefined();
    expect(unseal([sealKey("another key entirely")], "one", sealed)).toBeUndefined();
    expect(unseal([key], "one", `${sealed.slice(0, -2)}AA`)).toBeUndefined();
    expect(seal(key, "one", "text")).not.toBe(sealed);
  });

  test("has a key file that is its owner's alone; a new key still opens what the file sealed", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ozflow-keys-"));
    const [made] = findKeys(folder, { current: undefined, previous: undefined });
    const file = join(folder, "secrets.key");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, "utf8")).trim().length).toBeGreaterThanOrEqual(43);
    const keys = findKeys(folder, { current: "the administrator's own key", previous: undefined });
    expect(keys[0].id).not.toBe(made.id);
    expect(unseal(keys, "n", seal(made, "n", "kept"))).toBe("kept");
    await rm(folder, { recursive: true });
  });
});
