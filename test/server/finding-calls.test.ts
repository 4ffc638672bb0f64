import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { frontDesk, greeting } from "../support/call-flows.ts";
import { ManualClock } from "../support/clocks.ts";
import type { PublishedFlow } from "../support/signed-in.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const clock = new ManualClock();
let server: TestServer;
let desk: PublishedFlow;
let hello: PublishedFlow;
let afterFirst = "";

const callers = ["+36301234567", '=HYPERLINK("http://evil")', "alice@office", 'He said "hi",\nthen left', "-1", "2001"];

beforeAll(async () => {
  server = await startTestServer({}, { clock });
  desk = await server.publish(frontDesk);
  hello = await server.publish(greeting);
  const first = await notify(desk.callbackUrl, { CallId: "a", CallerId: "100", Dialed: "7000" });
  const recording = await notify(first.address("UserInput", "ForwardToUrl"), { DtmfDigits: "1", CallId: "a" });
  await notify(recording.address("Record", "FinishedUrl"), {
    NotificationName: "RecordCompleted",
    RecordURL: "http://pbx.example/HttpRecordings/1.mp3",
  });
  await clock.pass(1);
  afterFirst = clock.now().toISOString();
  // All at the same moment, so that their order is only that of their ids.
  for (const caller of callers) await notify(hello.callbackUrl, { CallerId: caller, Dialed: "7001" });
});
afterAll(() => server.stop());

const found = async (query: string) =>
  (await server.api("GET", `/calls?${query}`)).body.calls.map((call: { caller: string }) => call.caller);

describe("calls are found", () => {
  test.each([
    ["number=2001", ["2001"]],
    ["number=ALICE", ["alice@office"]],
    ["number=7000", ["100"]],
    ["number=%25", []],
    ["number=_", []],
    ["outcome=failed", []],
    ["direction=outgoing", []],
  ])("by %s", async (query, expected) => expect(await found(query)).toEqual(expected));

  test("by flow, by time and by what became of them", async () => {
    expect(await found(`flow=${desk.id}`)).toEqual(["100"]);
    expect(await found(`until=${afterFirst}`)).toEqual(["100"]);
    expect((await found(`since=${afterFirst}`)).sort()).toEqual([...callers].sort());
    expect(await found("outcome=open")).toHaveLength(7);
    await clock.pass(3601);
    expect(await found("outcome=open")).toEqual([]);
    expect(await found("outcome=ended")).toHaveLength(7);
  });

  test("a page at a time, each once, whichever came at the same moment", async () => {
    const seen: string[] = [];
    let from = "";
    for (let pages = 1; ; pages += 1) {
      const { calls, next } = (await server.api("GET", `/calls?limit=2${from}`)).body;
      seen.push(...calls.map((call: { caller: string }) => call.caller));
      if (next === null) {
        expect(pages).toBe(4);
        break;
      }
      from = `&beforeAt=${next.at}&beforeId=${next.id}`;
    }
    expect(seen).toHaveLength(7);
    expect(seen.at(-1)).toBe("100");
    expect(seen.slice(0, 6).sort()).toEqual([...callers].sort());
  });
});

describe("calls as a file for spreadsheets", () => {
  const file = async (query = "") => (await server.stream(`/calls.csv${query}`)).text();

  test("hold every call that is meant, with a mark at the beginning", async () => {
    const response = await server.stream(`/calls.csv?flow=${desk.id}`);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="calls.csv"');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [head, row, ...rest] = bytes.subarray(3).toString().split("\r\n");
    expect(head).toBe(
      "id,flow,revision,direction,caller,dialed,state,started,ended,seconds,reason,disposition,note,way",
    );
    // An id may begin with a minus, which stands quoted in a file for spreadsheets.
    expect(row).toMatch(/^(?:\w|'-)[\w-]{21},Front desk,1,incoming,100,7000,ended,2030-01-01T00:00:00\.000Z,.*Message/);
    expect(rest).toEqual([""]);
  });

  test("no cell is a formula, numbers keep their plus, quotes and lines stay in their cell", async () => {
    const text = await file("?number=7001");
    expect(text).toContain(',"\'=HYPERLINK(""http://evil"")",7001,');
    expect(text).toContain(",'-1,7001,");
    expect(text).toContain(",+36301234567,7001,");
    expect(text).toContain(',"He said ""hi"",\nthen left",7001,');
  });

  test("more than are read at once", async () => {
    for (let n = 0; n < 205; n += 1) await notify(hello.callbackUrl, { CallerId: `many${n}` });
    const rows = (await file("?number=many")).trimEnd().split("\r\n").slice(1);
    expect(new Set(rows.map((row) => row.split(",")[4])).size).toBe(205);
  });
});

describe("recordings", () => {
  test("are listed with their link and their call, and stand at the callback that told of them", async () => {
    const { recordings, next } = (await server.api("GET", "/recordings")).body;
    expect(next).toBeNull();
    const url = "http://pbx.example/HttpRecordings/1.mp3";
    expect(recordings).toMatchObject([{ url, flowId: desk.id, flowName: "Front desk", caller: "100", dialed: "7000" }]);
    const call = (await server.api("GET", `/calls/${recordings[0].callId}`)).body;
    expect(call.callbacks.map((one: { recording: string | null }) => one.recording)).toEqual([null, null, url]);
    expect((await server.api("GET", `/recordings?flow=${hello.id}`)).body.recordings).toEqual([]);
  });
});
