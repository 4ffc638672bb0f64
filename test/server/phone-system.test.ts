import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ozekiSystemSchema } from "../../server/src/pbx/phone-system.ts";
import { flow } from "../support/flow-builder.ts";
import { type Recorder, startRecorder } from "../support/recorder.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const ok = "<Response><Code>200</Code><Calls></Calls></Response>";
let server: TestServer;
let pbx: Recorder;

beforeEach(async () => {
  server = await startTestServer();
  pbx = await startRecorder();
  pbx.answer(ok);
});
afterEach(async () => {
  await server.stop();
  await pbx.stop();
});

const system = (part: object = {}) => ({
  kind: "ozeki",
  url: pbx.url,
  generation: "new",
  user: "ozflow",
  apiExtension: "9997",
  timeoutSeconds: 5,
  ...part,
});
const sent = () => Object.fromEntries(pbx.requests.at(-1)?.parameters ?? []);

describe("the phone system set in the browser", () => {
  test("is asked from the next command on, with its password, which is never told again", async () => {
    expect((await server.api("GET", "/pbx/settings")).body).toEqual({
      system: { kind: "virtual" },
      hasPassword: false,
      isFixed: false,
    });
    const { status } = await server.api("PUT", "/pbx/settings", { system: system(), password: "s3cret" });
    expect(status).toBe(204);
    await server.api("GET", "/pbx/active-calls");
    expect(sent()).toMatchObject({ Username: "ozflow", Password: "s3cret" });
    const seen = (await server.api("GET", "/pbx/settings")).body;
    expect(seen).toEqual({ system: system(), hasPassword: true, isFixed: false });
    expect(JSON.stringify(seen)).not.toContain("s3cret");
    expect((await server.api("GET", "/info")).body.pbx).toBe("ozeki");
    // It is no secret of flows: nobody lists it, and no step can send it anywhere.
    expect((await server.api("GET", "/secrets")).body.secrets).toEqual([]);
    expect((await server.api("DELETE", "/secrets/own:phone-system-password")).status).toBe(404);
    expect((await server.api("GET", "/audit")).body.entries[0]).toMatchObject({
      action: "phone-system-changed",
      subject: { url: pbx.url },
    });
  });

  test("says what documents are for and who places calls", async () => {
    const published = await server.publish(
      flow({ steps: { out: ["outgoing-call", { number: "55" }], bye: "hang-up" }, edges: ["out > bye"] }),
    );
    await server.api("PUT", "/pbx/settings", { system: system({ generation: "old", user: "" }) });
    await server.api("POST", `/flows/${published.id}/calls`, {});
    expect(sent()).toMatchObject({ Dialed: "55", ApiExtension: "9997" });
    expect(pbx.requests.at(-1)?.path).toBe("/");
  });

  test("gives up what the former one kept", async () => {
    await server.api("PUT", "/pbx/settings", { system: system(), password: "s3cret" });
    await server.api("PUT", "/pbx/settings", { system: { kind: "virtual" } });
    expect((await server.api("GET", "/pbx/active-calls")).status).toBe(200);
    expect((await server.api("GET", "/pbx/settings")).body).toMatchObject({ hasPassword: false });
    const refused = await server.api("PUT", "/pbx/settings", { system: system() });
    expect(refused).toMatchObject({ status: 422, body: { error: { code: "wrong-value" } } });
  });

  test("keeps its password while other things change, and sends it to nobody else", async () => {
    await server.api("PUT", "/pbx/settings", { system: system(), password: "s3cret" });
    await server.api("PUT", "/pbx/settings", { system: system({ timeoutSeconds: 9 }) });
    await server.api("GET", "/pbx/active-calls");
    expect(sent()).toMatchObject({ Password: "s3cret" });
    const thief = await startRecorder();
    for (const [method, path] of [
      ["PUT", "/pbx/settings"],
      ["POST", "/pbx/settings/test"],
    ] as const) {
      expect((await server.api(method, path, { system: system({ url: thief.url }) })).status).toBe(422);
    }
    expect(thief.requests).toEqual([]);
    await thief.stop();
  });
});

describe("trying the connection", () => {
  const tried = async (part: object, password?: string) =>
    (await server.api("POST", "/pbx/settings/test", { system: system(part), ...(password && { password }) })).body;

  test("says how it went and changes nothing", async () => {
    expect(await tried({}, "s3cret")).toMatchObject({ works: true, fault: null, calls: 0 });
    pbx.answer("<html>Welcome</html>");
    expect(await tried({}, "s3cret")).toMatchObject({ works: false, fault: expect.stringContaining("web page") });
    expect(await tried({ url: "http://127.0.0.1:9", user: "" })).toMatchObject({
      works: false,
      fault: expect.stringContaining("cannot be reached"),
    });
    const virtual = await server.api("POST", "/pbx/settings/test", { system: { kind: "virtual" } });
    expect(virtual.body).toMatchObject({ works: true });
    expect((await server.api("GET", "/pbx/settings")).body.system).toEqual({ kind: "virtual" });
  });
});

test("what the environment says counts, and is shown", async () => {
  const fixed = await startTestServer({ PBX: "ozeki", OZEKI_URL: pbx.url, PUBLIC_URL: "http://x.example" });
  expect((await fixed.api("GET", "/pbx/settings")).body).toMatchObject({
    isFixed: true,
    system: { kind: "ozeki", url: pbx.url, generation: "new" },
  });
  const refused = await fixed.api("PUT", "/pbx/settings", { system: { kind: "virtual" } });
  expect(refused).toMatchObject({ status: 409, body: { error: { code: "set-elsewhere" } } });
  await fixed.stop();
});

test("what no Ozeki system could be is refused in a sentence", () => {
  const fault = (part: object) => ozekiSystemSchema.safeParse({ ...system(), ...part }).error?.issues[0]?.message;
  expect(fault({})).toBeUndefined();
  expect(fault({ url: "pbx" })).toBe(
    "The address must be an http or https address such as http://pbx.example.com:9509",
  );
  expect(fault({ apiExtension: "a b" })).toMatch(/^The API extension must be a number or an extension/);
  expect(fault({ generation: "old", apiExtension: "" })).toMatch(/^older systems place no call/);
});
