import { child, readOzml } from "@ozflow/compiler";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ManualClock } from "../support/clocks.ts";
import { type Recorder, startRecorder } from "../support/recorder.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const login = { OZEKI_USER: "HTTP_User_1", OZEKI_PASSWORD: "secret" };
const asUser = "Username=HTTP_User_1&Password=secret";

let server: TestServer;
let app: Recorder;
beforeAll(async () => {
  // Time stands still, so that calls stay as they are while they are looked at.
  server = await startTestServer(login, { apiExtensions: ["9000"], speed: 1, clock: new ManualClock() });
  app = await startRecorder();
});
afterAll(async () => {
  await server.stop();
  await app.stop();
});

async function ask(query: string): Promise<{ code: string; message: string; xml: string }> {
  return read(await fetch(`${server.pbxUrl}/api?${query}`));
}

async function read(response: Response) {
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/xml");
  const xml = await response.text();
  const { root, warnings } = readOzml(xml);
  expect(warnings).toEqual([]);
  const text = (name: string) => (root === undefined ? "" : (child(root, name)?.text ?? ""));
  return { code: text("Code"), message: text("Message"), xml };
}

describe("the virtual PBX answers as the manual says", () => {
  test.each([
    ["command=Dance", "301", "Not implemented command: 'Dance'"],
    ["command=GetCallHistory", "301", "Not implemented command: 'GetCallHistory'"],
    ["", "301", "Not implemented command: ''"],
    ["command=Reject", "303", "Command 'Reject' cannot be used here"],
    ["command=Call&ApiExtension=9000", "302", "Missing or invalid parameter 'Dialed' for command 'Call'"],
    [
      "command=Call&Dialed=1&ApiExtension=9000&Url=here",
      "302",
      "Missing or invalid parameter 'Url' for command 'Call'",
    ],
    [
      "command=Call&Dialed=1&ApiExtension=9000&RingTime=x",
      "302",
      "Missing or invalid parameter 'RingTime' for command 'Call'",
    ],
    [
      "command=Call&Dialed=1&ApiExtension=7",
      "401",
      "API extension '7' unavailable, please check configuration or permissions",
    ],
    ["command=Hangup", "302", "Missing or invalid parameter 'CallId' for command 'Hangup'"],
    ["command=Hangup&CallId=a1B2c", "601", "Call not found with ID 'a1B2c'"],
    [
      "command=SendSms&Recipient=1&Message=Hi&DeliveryReportURL=here",
      "302",
      "Missing or invalid parameter 'DeliveryReportURL' for command 'SendSms'",
    ],
    ["command=ListActiveCalls", "200", "Command successfully executed"],
    ["COMMAND=listactivecalls", "200", "Command successfully executed"],
  ])("%s: %s", async (query, code, message) => {
    expect(await ask(`${query}&${asUser}`)).toMatchObject({ code, message });
  });

  test.each([
    ["command=ListActiveCalls", "304", "Authentication required"],
    ["command=ListActiveCalls&Username=HTTP_User_1", "304", "Authentication required"],
    [
      "command=Call&Dialed=1&Username=HTTP_User_1&Password=guess",
      "305",
      "Authentication failed, bad username or password",
    ],
  ])("%s: %s", async (query, code, message) => {
    expect(await ask(query)).toMatchObject({ code, message });
  });

  test("a form by POST to the older path does the same", async () => {
    const body = new URLSearchParams(`Command=Hangup&CallId=x&${asUser}`);
    expect((await read(await fetch(`${server.pbxUrl}/`, { method: "POST", body }))).code).toBe("601");
  });

  test("a call that rings is listed, and is gone when it is hung up", async () => {
    const placed = await ask(`command=Call&Dialed=102&CallerId=3000&ApiExtension=9000&Url=${app.url}/&${asUser}`);
    expect(placed).toMatchObject({ code: "200", message: "Command successfully executed" });
    const { xml } = await ask(`command=ListActiveCalls&${asUser}`);
    expect(xml).toContain("<Destination>102</Destination>");
    expect(xml).toContain("<CallerId>3000</CallerId>");
    expect(xml).toContain("<CallState>Ringing</CallState>");
    const id = /<CallId>(\w+)</.exec(xml)?.[1] ?? "";
    expect(id).toMatch(/^[A-Za-z0-9]{5,8}$/);
    expect((await ask(`command=Hangup&CallId=${id}&${asUser}`)).code).toBe("200");
    expect((await ask(`command=Hangup&CallId=${id}&${asUser}`)).code).toBe("601");
    expect((await ask(`command=ListActiveCalls&${asUser}`)).xml).not.toContain("<Call>");
  });
});

describe("a call that the virtual PBX places", () => {
  let quick: TestServer;
  beforeAll(async () => {
    quick = await startTestServer();
  });
  afterAll(() => quick.stop());

  async function place(parameters: Readonly<Record<string, string>>): Promise<void> {
    const query = new URLSearchParams({ command: "Call", Dialed: "102", CallerId: "3000", ...parameters });
    expect((await read(await fetch(`${quick.pbxUrl}/api?${query}`))).code).toBe("200");
  }

  const told = (path: string) =>
    vi.waitFor(() => {
      const request = app.requests.find((one) => one.path === path);
      expect(request).toBeDefined();
      return request;
    });

  test("asks Url when it is answered and tells FinishedUrl when it is over", async () => {
    app.answer("<Response><Speak>Hello.</Speak></Response>");
    await place({
      Url: `${app.url}/connected?date=1%2F2`,
      FinishedUrl: `${app.url}/finished`,
      ErrorUrl: `${app.url}/never`,
    });
    expect(await told("/connected")).toMatchObject({
      method: "POST",
      parameters: [["date", "1/2"]],
      form: { NotificationName: "CallConnected", CallerId: "3000", Dialed: "102" },
    });
    expect((await told("/finished"))?.form).toMatchObject({ NotificationName: "CallFinished", Dialed: "102" });
    expect(app.requests.some((one) => one.path === "/never")).toBe(false);
  });

  test("runs ResponseOzML and asks nobody", async () => {
    await place({ ResponseOzML: "<Response><Speak>Hi.</Speak></Response>", FinishedUrl: `${app.url}/inline-finished` });
    const { form } = (await told("/inline-finished")) ?? {};
    const events = quick.running.virtualPbx.findCall(form?.["CallId"] ?? "")?.events.all;
    expect(events?.map((one) => one.event)).toEqual(["answered", "fetched", "heard", "hung-up", "over"]);
  });

  test.each([
    [
      "a busy number",
      { Dialed: "199" },
      { Code: "402", Message: "Call connect to '199' failed with result state 'Busy'" },
    ],
    [
      "a number that does not answer within RingTime",
      { Dialed: "198", RingTime: "20" },
      { Code: "402", Message: "Call connect to '198' failed with result state 'NoAnswer'" },
    ],
    ["a Url that answers with an error", { Url: "/500" }, { Message: expect.stringContaining("answers 500") }],
    ["a Url that answers with no OzML", { Url: "/rubbish" }, { Message: expect.stringContaining("is no OzML") }],
  ])("tells ErrorUrl about %s", async (what, { Url, ...parameters }: Record<string, string>, form) => {
    app.answer(Url === "/rubbish" ? "rubbish" : "", Url === "/500" ? 500 : 200);
    const ErrorUrl = `${app.url}/error/${encodeURIComponent(what)}`;
    await place({ ...parameters, ErrorUrl, ...(Url === undefined ? {} : { Url: `${app.url}${Url}` }) });
    expect((await told(new URL(ErrorUrl).pathname))?.form).toMatchObject({ NotificationName: "Error", ...form });
  });
});
