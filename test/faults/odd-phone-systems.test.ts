import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { pinCheck } from "../support/call-flows.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer } from "../support/test-server.ts";
import { tell } from "./callers.ts";

/** What stands where a phone system should, byte by byte. */
const odd: Readonly<Record<string, { readonly says: (socket: Socket) => void; readonly code: string }>> = {
  "is not there": { says: (socket) => socket.resetAndDestroy(), code: "pbx-unreachable" },
  "hangs up in the middle": {
    says: (socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<Response>"),
    code: "pbx-unreachable",
  },
  "speaks no HTTP": { says: (socket) => socket.end("220 smtp.example ready\r\n"), code: "pbx-unreachable" },
  "answers with nothing": { says: answer(""), code: "pbx-not-xml" },
  "answers with a page": { says: answer("<!doctype html><title>Router</title>"), code: "pbx-not-xml" },
  "answers with half a document": { says: answer("<Response><Code>200"), code: "pbx-cut-reply" },
  "answers with bytes": { says: answer("\u0000\u0001\u0002\uffff"), code: "pbx-not-xml" },
  "answers with another document": { says: answer("<rss><channel/></rss>"), code: "pbx-not-xml" },
  "fails inside": { says: answer("<Response/>", "500 Internal Server Error"), code: "pbx-http-status" },
  "answers without a code": { says: answer("<Response><Message>Fine</Message></Response>"), code: "pbx-no-code" },
  "answers without end": { says: endlessly, code: "pbx-cut-reply" },
};

function answer(body: string, status = "200 OK") {
  return (socket: Socket) =>
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function endlessly(socket: Socket): void {
  socket.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<Response>");
  const more = () => {
    while (!socket.destroyed && socket.write("<a/>".repeat(10_000)));
  };
  socket.on("drain", more);
  more();
}

let listening: Server | undefined;
afterEach(() => listening?.close());

async function phoneSystem(says: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => says(socket));
  });
  listening = server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("a phone system that", () => {
  test.each(Object.entries(odd))(
    "%s: the call is told as failed with a reason, and callers are answered",
    async (_what, { says, code }) => {
      const url = await phoneSystem(says);
      const server = await startTestServer({ PBX: "ozeki", OZEKI_URL: url, OZEKI_API_EXTENSION: "9997" });
      const { id, callbackUrl } = await server.publish(pinCheck);
      const refused = await server.api("POST", `/flows/${id}/calls`, { number: "102" });
      expect([refused.status, refused.body.error.code]).toEqual([502, code]);
      const { calls } = (await server.api("GET", "/calls")).body;
      expect(calls).toMatchObject([
        { id: refused.body.error.call, state: "failed", reason: refused.body.error.message },
      ]);
      // On a busy machine reading without end may have been overload, and callers are asked to call again.
      const spoken = async () => (await notify(callbackUrl, { CallId: "x" })).spoken[0];
      await expect.poll(spoken).toBe("Your PIN for the bank, please.");
      await server.stop();
    },
  );

  test("never answers: callers are answered all the while, and stopping does not wait for it", async () => {
    const url = await phoneSystem(() => {});
    const server = await startTestServer({ PBX: "ozeki", OZEKI_URL: url, OZEKI_API_EXTENSION: "9997" });
    const { id, callbackUrl } = await server.publish(pinCheck);
    const starting = server.api("POST", `/flows/${id}/calls`, { number: "102" }).catch(() => undefined);
    let longestMs = 0;
    let answered = 0;
    for (; answered < 50; answered += 1) {
      const before = performance.now();
      expect((await notify(callbackUrl, { CallId: `n${answered}` })).spoken[0]).toBe("Your PIN for the bank, please.");
      longestMs = Math.max(longestMs, performance.now() - before);
    }
    expect(longestMs).toBeLessThan(5000);
    tell("phone system that never answers", { answered, longestMs: Math.round(longestMs) });
    expect(await starting).toMatchObject({ status: 502, body: { error: { code: "pbx-time-out" } } });
    await server.stop();
  });
});
