import { afterEach, beforeEach, expect, test } from "vitest";
import { createOzekiPbx } from "../../server/src/pbx/ozeki.ts";
import { silentRecording } from "../../server/src/pbx/virtual/silent-recording.ts";
import { type Recorder, startRecorder } from "../support/recorder.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let app: Recorder;
beforeEach(async () => {
  server = await startTestServer();
  app = await startRecorder();
});
afterEach(async () => {
  await server.stop();
  await app.stop();
});

const pbx = () => server.running.virtualPbx;
const forms = (path: string) => app.requests.filter((one) => one.path === path).map((one) => one.form);

/** Seconds in a WAV file of 8 bits; fails when its header says something else. */
function wavSeconds(bytes: Buffer): number {
  expect(bytes.toString("latin1", 0, 4) + bytes.toString("latin1", 8, 12)).toBe("RIFFWAVE");
  expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
  expect(bytes.readUInt32LE(40)).toBe(bytes.length - 44);
  return bytes.readUInt32LE(40) / bytes.readUInt32LE(28);
}

/** Seconds in an MP3 file of MPEG 2.5 layer III, walking from frame to frame; fails where there is none. */
function mp3Seconds(bytes: Buffer): number {
  const kbps = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
  let at = 0;
  let frames = 0;
  while (at < bytes.length) {
    expect(bytes.readUInt16BE(at) & 0xfffe).toBe(0xffe2);
    const third = bytes.readUInt8(at + 2);
    expect((third >> 2) & 3, "8,000 samples a second").toBe(2);
    at += Math.floor((72 * (kbps[third >> 4] ?? 0) * 1000) / 8000) + ((third >> 1) & 1);
    frames += 1;
  }
  expect(at).toBe(bytes.length);
  return (frames * 576) / 8000;
}

async function fetched(url: string) {
  const sound = await fetch(url);
  return { type: sound.headers.get("content-type"), bytes: Buffer.from(await sound.arrayBuffer()) };
}

function record(attributes: string) {
  app.answer(`<Response><Record ${attributes} FinishedUrl="done"/></Response>`);
  pbx().placeIncomingCall({
    url: `${app.url}/call`,
    caller: "101",
    dialed: "1000",
    scripted: { script: [], speed: 0 },
  });
}

test.each([2, 4])(
  "a recording of %s seconds is a WAV file as long, there when RecordCompleted tells of it",
  async (seconds) => {
    record(`Duration="${seconds}" Format="wav"`);
    await expect.poll(() => forms("/done").length).toBeGreaterThan(0);
    const url = forms("/done")[0]?.["RecordURL"] ?? "";
    expect(url).toMatch(/\.wav$/);
    const { type, bytes } = await fetched(url);
    expect(type).toBe("audio/wav");
    expect(wavSeconds(bytes)).toBe(seconds);
  },
);

test("without a Format it is an MP3, as the manual says", async () => {
  record('Duration="3"');
  await expect.poll(() => forms("/done").length).toBeGreaterThan(0);
  const url = forms("/done")[0]?.["RecordURL"] ?? "";
  expect(url).toMatch(/\.mp3$/);
  const { type, bytes } = await fetched(url);
  expect(type).toBe("audio/mpeg");
  expect(mp3Seconds(bytes)).toBeGreaterThanOrEqual(3);
  expect(mp3Seconds(bytes)).toBeLessThan(3.5);
});

test("a caller who hangs up while they talk has left what they said", async () => {
  app.answer('<Response><Record Duration="60" Format="wav" FinishedUrl="done"/></Response>');
  const call = pbx().placeIncomingCall({
    url: `${app.url}/call`,
    caller: "101",
    dialed: "1000",
    scripted: { script: [{ does: "hang-up", atSeconds: 2 }], speed: 0 },
  });
  await expect.poll(() => call.isOver).toBe(true);
  const recorded = call.events.all.find((one) => one.event === "recorded");
  expect(recorded).toMatchObject({ seconds: 2 });
  expect(wavSeconds((await fetched(recorded?.event === "recorded" ? recorded.url : "")).bytes)).toBe(2);
});

test("a call between two people is recorded to its end, in the format that was asked for", async () => {
  app.answer("");
  const call = pbx().connect("101", "102");
  await expect.poll(() => call.state).toBe("InCall");
  const client = createOzekiPbx({ url: server.pbxUrl, generation: "new" });
  await client.record({ callId: call.id, format: "wav", finishedUrl: `${app.url}/kept` });
  expect(forms("/kept")).toEqual([]);
  call.hangUp("caller");
  await expect.poll(() => forms("/kept")).toMatchObject([{ NotificationName: "RecordCompleted", CallId: call.id }]);
  expect(wavSeconds((await fetched(forms("/kept")[0]?.["RecordURL"] ?? "")).bytes)).toBeGreaterThan(0);
});

test("a format that is none is refused", async () => {
  const reply = await fetch(`${server.pbxUrl}/api?command=Record&CallId=x&Format=ogg`);
  expect(await reply.text()).toContain("'Format' for command 'Record'");
});

test("a file is bounded, however long the recording was", async () => {
  expect(wavSeconds(Buffer.from(await silentRecording("wav", 100_000)))).toBe(600);
});
