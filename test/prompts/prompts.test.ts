import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { mp3, wav } from "../support/sound.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const upload = (name: string, audio: Buffer) => server.send("POST", `/prompts?name=${encodeURIComponent(name)}`, audio);

function plays(id: string) {
  return flow({
    steps: { in: "incoming-call", song: ["play", { play: `prompt:${id}` }], end: "hang-up" },
    edges: ["in > song > end"],
  });
}

describe("an upload is what it holds, whatever it is called", () => {
  test.each([
    ["PCM", wav({ seconds: 1.5 }), { format: "wav", codec: "PCM", seconds: 1.5, channels: 1, sampleRate: 8000 }],
    ["G.711 µ-law", wav({ codec: "MULAW" }), { format: "wav", codec: "MULAW", seconds: 1 }],
    ["G.711 A-law", wav({ codec: "ALAW" }), { format: "wav", codec: "ALAW", seconds: 1 }],
    ["MP3", mp3(100), { format: "mp3", codec: "MP3", sampleRate: 44100 }],
  ])("%s", async (name, audio, facts) => {
    const { status, body } = await upload(name, audio);
    expect([status, body]).toEqual([201, expect.objectContaining({ name, bytes: audio.length, ...facts })]);
    expect(body.seconds).toBeGreaterThan(0.9);
  });

  test.each([
    ["a web page", Buffer.from("<html><script>alert(1)</script></html>")],
    ["nothing", Buffer.alloc(0)],
    ["a WAV file without a sound", wav().subarray(0, 44)],
    ["a WAV file of another codec", Buffer.concat([wav().subarray(0, 20), Buffer.from([85, 0]), wav().subarray(22)])],
    ["a program", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(2000)])],
  ])("%s is refused and leaves nothing", async (_what, audio) => {
    const before = (await server.api("GET", "/prompts")).body.prompts.length;
    const { status, body } = await upload("evil.wav", audio);
    expect([status, body.error.code]).toEqual([422, "not-audio"]);
    expect(body.error.message).toMatch(/^This is no WAV \(PCM or G\.711\) or MP3 file\./);
    expect((await server.api("GET", "/prompts")).body.prompts).toHaveLength(before);
  });

  test("more than 10 MB is refused", async () => {
    const { status, body } = await upload("long", Buffer.alloc(10_000_001));
    expect([status, body.error.message]).toEqual([
      413,
      "The body of this request may have 10,000,000 bytes and has more.",
    ]);
  });
});

describe("the address of a sound", () => {
  let address = "";
  const audio = wav({ hertz: 300 });
  beforeAll(async () => {
    address = (await upload("welcome", audio)).body.address;
  });

  test("is not guessed from its id, and needs no login", async () => {
    expect(address).toMatch(/\/audio\/[\w-]{22}-[0-9a-f]{8}\.wav$/);
    const answer = await fetch(address);
    expect(Buffer.from(await answer.arrayBuffer()).equals(audio)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "audio/wav",
      "cache-control": "public, max-age=31536000, immutable",
      "accept-ranges": "bytes",
      "x-content-type-options": "nosniff",
    });
  });

  test("answers HEAD without the sound and a known ETag with 304", async () => {
    const head = await fetch(address, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const again = await fetch(address, { headers: { "If-None-Match": head.headers.get("ETag") ?? "" } });
    expect(again.status).toBe(304);
  });

  test.each([
    ["bytes=0-3", 206, "RIFF", `bytes 0-3/${audio.length}`],
    [
      "bytes=-2",
      206,
      audio.subarray(-2).toString("latin1"),
      `bytes ${audio.length - 2}-${audio.length - 1}/${audio.length}`,
    ],
    [
      `bytes=${audio.length - 1}-999999`,
      206,
      audio.subarray(-1).toString("latin1"),
      `bytes ${audio.length - 1}-${audio.length - 1}/${audio.length}`,
    ],
    ["bytes=999999-", 416, "", `bytes */${audio.length}`],
  ])("Range: %s", async (range, status, text, contentRange) => {
    const answer = await fetch(address, { headers: { Range: range } });
    expect(answer.status).toBe(status);
    expect(Buffer.from(await answer.arrayBuffer()).toString("latin1")).toBe(text);
    expect(answer.headers.get("Content-Range")).toBe(contentRange);
  });

  test.each(["bytes=0-3,5-6", "lines=1-2", "bytes=-"])("Range: %s is passed over", async (range) => {
    expect((await fetch(address, { headers: { Range: range } })).status).toBe(200);
  });

  test.each(["x", "..%2f..%2fozflow.db", "AAAAAAAAAAAAAAAAAAAAAA-00000000.wav"])(
    "/audio/%s is nothing",
    async (name) => {
      expect((await fetch(`${server.url}/audio/${name}`)).status).toBe(404);
    },
  );
});

describe("a flow that plays a sound", () => {
  test("gives the PBX its address, and the new one as soon as it is replaced; the id stays", async () => {
    const prompt = (await upload("song", wav({ seconds: 2 }))).body;
    const { callbackUrl } = await server.publish(plays(prompt.id));
    expect((await notify(callbackUrl, { CallId: "a" })).xml).toContain(`<Play>${prompt.address}</Play>`);

    const replaced = await server.send("PUT", `/prompts/${prompt.id}/audio`, mp3());
    expect(replaced.body).toMatchObject({ id: prompt.id, name: "song", format: "mp3" });
    expect(replaced.body.address).not.toBe(prompt.address);
    expect((await notify(callbackUrl, { CallId: "b" })).xml).toContain(`<Play>${replaced.body.address}</Play>`);
    // A call that was on its way to the old address hears the new sound, and nobody keeps it for the old one.
    const old = await fetch(prompt.address);
    expect([old.status, old.headers.get("Cache-Control")]).toEqual([200, "no-cache"]);
  });

  test("keeps the sound from being deleted, and the refusal names the flow", async () => {
    const prompt = (await upload("kept", wav())).body;
    const { id } = await server.publish(plays(prompt.id));
    const listed = (await server.api("GET", "/prompts")).body.prompts.find(
      (one: { id: string }) => one.id === prompt.id,
    );
    expect(listed.usedBy).toEqual([{ id, name: "Sketch" }]);
    const refused = await server.api("DELETE", `/prompts/${prompt.id}`);
    expect([refused.status, refused.body.error.code]).toEqual([409, "in-use"]);
    expect(refused.body.error.message).toContain('"kept" is played by "Sketch"');

    await server.api("DELETE", `/flows/${id}`);
    expect((await server.api("DELETE", `/prompts/${prompt.id}`)).status).toBe(204);
    expect((await fetch(prompt.address)).status).toBe(404);
  });

  test("cannot be published with a sound that is not there", async () => {
    const { id } = (await server.api("POST", "/flows", { flow: plays("nowhere") })).body;
    const { status, body } = await server.api("POST", `/flows/${id}/publish`, { version: 1 });
    expect([status, body.error.diagnostics]).toEqual([
      422,
      [
        expect.objectContaining({
          code: "prompt-missing",
          step: "song",
          path: ["play"],
          message:
            "The song step, Audio file: callers hear nothing, for this sound is not in the prompt library; choose another one.",
        }),
      ],
    ]);
  });
});

test("a sound can be renamed; nobody can look without a login", async () => {
  const prompt = (await upload("first name", wav())).body;
  expect((await server.api("PUT", `/prompts/${prompt.id}`, { name: " second name " })).body.name).toBe("second name");
  expect((await server.api("PUT", `/prompts/${prompt.id}`, { name: " " })).status).toBe(400);
  expect((await server.api("PUT", "/prompts/nobody", { name: "x" })).status).toBe(404);
  expect((await fetch(`${server.url}/api/prompts`)).status).toBe(401);
});
