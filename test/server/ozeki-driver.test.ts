import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createOzekiPbx, type OzekiOptions } from "../../server/src/pbx/ozeki.ts";
import { PbxError } from "../../server/src/pbx/pbx-error.ts";
import { type Recorder, startRecorder } from "../support/recorder.ts";

let recorder: Recorder;
beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(() => recorder.stop());

const ok = reply(200, "Command successfully executed");

const everything = {
  dialed: "102",
  apiExtension: "9000",
  callerId: "3000",
  callerDisplayName: "Café & Söhne",
  url: "http://app.example/c/k/1/out?s=a&t=0",
  responseOzml: "<Response><Speak>Hi</Speak></Response>",
  errorUrl: "http://app.example/c/k/error?s=a",
  finishedUrl: "http://app.example/c/k/finished?s=a",
  ringSeconds: 30,
};

function driver(options: Partial<OzekiOptions> = {}) {
  return createOzekiPbx({ url: recorder.url, generation: "new", user: "HTTP_User_1", password: "p&w", ...options });
}

function reply(code: number, message: string): string {
  return `<?xml version="1.0"?>
<Response xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Code>${code}</Code><Message>${message}</Message></Response>`;
}

async function failure(work: Promise<unknown>): Promise<PbxError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof PbxError) return error;
  throw new Error("a PbxError was expected", { cause: error });
}

describe("the Call request on the wire", () => {
  test("newer generation: every parameter, each encoded once", async () => {
    recorder.answer(ok);
    await driver().startCall(everything);
    expect(recorder.requests.at(-1)).toEqual({
      method: "GET",
      path: "/api",
      form: {},
      parameters: [
        ["command", "Call"],
        ["Dialed", "102"],
        ["ApiExtension", "9000"],
        ["CallerId", "3000"],
        ["CallerDisplayName", "Café & Söhne"],
        ["Url", "http://app.example/c/k/1/out?s=a&t=0"],
        ["ResponseOzML", "<Response><Speak>Hi</Speak></Response>"],
        ["ErrorUrl", "http://app.example/c/k/error?s=a"],
        ["FinishedUrl", "http://app.example/c/k/finished?s=a"],
        ["RingTime", "30"],
        ["Username", "HTTP_User_1"],
        ["Password", "p&w"],
      ],
    });
  });

  test("older generation: another path, and without what it does not know", async () => {
    recorder.answer(ok);
    await driver({ generation: "old" }).startCall(everything);
    expect(recorder.requests.at(-1)).toEqual({
      method: "GET",
      path: "/",
      form: {},
      parameters: [
        ["command", "Call"],
        ["Dialed", "102"],
        ["ApiExtension", "9000"],
        ["CallerId", "3000"],
        ["CallerDisplayName", "Café & Söhne"],
        ["Url", "http://app.example/c/k/1/out?s=a&t=0"],
        ["ErrorUrl", "http://app.example/c/k/error?s=a"],
        ["Username", "HTTP_User_1"],
        ["Password", "p&w"],
      ],
    });
  });

  test("what is not given is left out", async () => {
    recorder.answer(ok);
    await driver({ user: undefined, password: undefined }).startCall({ dialed: "102", callerId: "" });
    expect(recorder.requests.at(-1)?.parameters).toEqual([
      ["command", "Call"],
      ["Dialed", "102"],
    ]);
  });

  test("is sent once, whatever comes back", async () => {
    const before = recorder.requests.length;
    recorder.answer("", 503);
    await failure(driver().startCall(everything));
    expect(recorder.requests).toHaveLength(before + 1);
  });
});

describe("the other commands", () => {
  test("Hangup names the call", async () => {
    recorder.answer(ok);
    await driver().hangUp("H2Wwb");
    expect(recorder.requests.at(-1)?.parameters.slice(0, 2)).toEqual([
      ["command", "Hangup"],
      ["CallId", "H2Wwb"],
    ]);
  });

  test.each(["Call", "CallInfo"])("ListActiveCalls reads %s entries", async (entry) => {
    recorder.answer(`<Response><ActiveCalls><${entry}><CallState>InCall</CallState><CallId>9xYz1</CallId><Source>101</Source>
      <CallerId>101</CallerId><Destination>205</Destination><StartTime>2024-03-01 09:15:00</StartTime>
      <RingDuration>3.500</RingDuration><TalkDuration>42</TalkDuration></${entry}></ActiveCalls><Message/><Code> 200 </Code></Response>`);
    expect(await driver().listActiveCalls()).toEqual([
      {
        callId: "9xYz1",
        source: "101",
        callerId: "101",
        destination: "205",
        startTime: "2024-03-01 09:15:00",
        ringSeconds: 3.5,
        talkSeconds: 42,
        callState: "InCall",
      },
    ]);
  });
});

describe("each documented code becomes an error with its kind and a sentence", () => {
  test.each([
    [300, "parse-error"],
    [301, "unknown-command"],
    [302, "invalid-parameter"],
    [303, "command-not-allowed-here"],
    [304, "login-required"],
    [305, "login-failed"],
    [306, "user-not-allowed"],
    [307, "address-not-allowed"],
    [401, "api-extension-unavailable"],
    [402, "not-reached"],
    [501, "sms-destination-not-found"],
    [601, "call-not-found"],
    [701, "config-not-found"],
    [702, "config-invalid"],
    [703, "config-exists"],
  ])("%i: %s", async (code, kind) => {
    recorder.answer(reply(code, "what the phone system says"));
    const error = await failure(driver().startCall(everything));
    expect(error).toMatchObject({ code, kind });
    expect(error.message).toMatch(/^The .+/);
    expect(error.message).not.toContain("{message}");
  });

  test("the sentence carries what the phone system says", async () => {
    recorder.answer(reply(402, "Call connect to '102' failed with result state 'Busy'"));
    expect((await failure(driver().startCall(everything))).message).toBe(
      "The number was not reached: Call connect to '102' failed with result state 'Busy'",
    );
  });

  test("a code that no manual has", async () => {
    recorder.answer(reply(999, "?"));
    expect(await failure(driver().startCall(everything))).toMatchObject({ kind: "unknown-code", code: 999 });
  });
});

describe("what is no reply", () => {
  test.each([
    ["a web page", "<!DOCTYPE html><html><body>Router</body></html>", 200, "not-xml"],
    ["a web page about an error", "<html>Not found</html>", 404, "not-xml"],
    ["an error of the web server", "", 502, "http-status"],
    ["nothing", "", 200, "not-xml"],
    ["other XML", "<feed/>", 200, "not-xml"],
    ["a reply that breaks off", "<Response><Code>200</Code><Mess", 200, "cut-reply"],
    ["a reply without a code", "<Response><Message>Hm</Message></Response>", 200, "no-code"],
  ])("%s", async (_what, body, status, kind) => {
    recorder.answer(body, status, "text/html");
    expect(await failure(driver().startCall(everything))).toMatchObject({ kind });
  });

  test("nothing within the time", async () => {
    recorder.answer("never");
    const error = await failure(driver({ timeoutMs: 50 }).startCall(everything));
    expect(error.kind).toBe("time-out");
    expect(error.message).toContain("Whether it did what it was asked is not known.");
  });

  test("nobody there", async () => {
    const gone = await startRecorder();
    await gone.stop();
    const error = await failure(driver({ url: gone.url }).startCall(everything));
    expect(error.kind).toBe("unreachable");
    expect(error.message).toContain("ECONNREFUSED");
    expect(error.message).not.toContain("p&w");
  });
});
