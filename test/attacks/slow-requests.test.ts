import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBody } from "../../server/src/api/read-body.ts";
import { type Listening, listen } from "../../server/src/listen.ts";

let listening: Listening;
beforeAll(async () => {
  listening = await listen("127.0.0.1", 0, { headersMs: 90, requestMs: 180 });
  listening.serve((incoming, outgoing) => {
    readBody(incoming, 1000).then(
      (body) => outgoing.end(body),
      () => outgoing.destroy(),
    );
  });
});
afterAll(() => listening.stop());

/** What the server says to a client that sends a beginning and then no more, until it is cut off. */
function trickle(beginning: string): Promise<string> {
  const socket = connect(Number(new URL(listening.url).port), "127.0.0.1");
  socket.write(beginning);
  return new Promise((resolve) => {
    let said = "";
    socket.on("data", (bytes) => {
      said += bytes;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(said));
  });
}

describe("a client that keeps a connection busy by saying nothing is cut off", () => {
  test.each([
    ["within its first line", "GET / HTT"],
    ["within its headers", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "],
    ["within its body", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc"],
    ["between the pieces of its body", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"],
  ])("%s", async (_where, beginning) => {
    expect(await trickle(beginning)).toMatch(/^HTTP\/1.1 408 |^$/);
  });

  test("and one that says all it has to say is answered", async () => {
    const answer = await fetch(listening.url, { method: "POST", body: "whole" });
    expect(await answer.text()).toBe("whole");
  });
});
