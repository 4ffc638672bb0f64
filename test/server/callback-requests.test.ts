import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCallbackAddress } from "../../server/src/callback/callback-address.ts";
import { greeting } from "../support/call-flows.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

describe("an address below /c", () => {
  const place = { revision: 3, document: "in~ask", session: "abc", turn: 2, site: undefined };
  const document = { for: "next-document", place };
  test.each([
    ["/c/key", { for: "new-call" }],
    ["/c/key?NotificationName=IncomingCall&s=1", { for: "new-call" }],
    ["http://ozflow.example:8780/c/key", { for: "new-call" }],
    ["/c/key/3/in~ask?s=abc&t=2", document],
    ["/c/key/3/in%7Eask?s=abc&t=2", document],
    ["/c/key/3/in~ask?s=abc&t=2&p=7", { ...document, place: { ...place, site: 7 } }],
    ["/c/key/x/in~ask?s=abc&t=-2", { ...document, place: { ...place, revision: undefined, turn: undefined } }],
    ["/c/key/finished?s=abc", { for: "end", end: "finished", session: "abc" }],
    ["/c/key/error", { for: "end", end: "error", session: undefined }],
    ["/c", { for: "nothing" }],
    ["/c/", { for: "nothing" }],
    ["/c/key/", { for: "nothing" }],
    ["/c/key/gone?s=abc", { for: "nothing" }],
    ["/c/key/3/", { for: "nothing" }],
    ["/c/key/3/in/more", { for: "nothing" }],
  ])("%s", (address, asks) => expect(readCallbackAddress(address)?.asks).toEqual(asks));

  test.each(["/", "/api/flows", "/calls", "/api?x=/c/key", "/audio/c/key", ""])("is not %j", (address) =>
    expect(readCallbackAddress(address)).toBeUndefined(),
  );

  test("is written down without the key that calls the flow", () => {
    expect(readCallbackAddress("/c/secretkey/3/in?s=abc")?.shown).toBe("/c/secret…/3/in");
  });
});

describe("a callback", () => {
  let server: TestServer;
  let path = "";
  beforeAll(async () => {
    server = await startTestServer();
    path = new URL((await server.publish(greeting)).callbackUrl).pathname;
  });
  afterAll(() => server.stop());

  /** All that the server says to these bytes, until it ends the connection. */
  async function said(bytes: string): Promise<string> {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    let text = "";
    socket.on("data", (piece) => {
      text += piece;
    });
    socket.write(bytes);
    await once(socket, "close");
    return text;
  }
  const form = "Content-Type: application/x-www-form-urlencoded\r\n";

  test("that a proxy sends with the whole address is answered", async () => {
    const text = await said(`GET ${server.url}${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*<Speak>Hello\.<\/Speak>/);
  });

  test("comes after another one on the same connection", async () => {
    const one = (more: string) => `POST ${path} HTTP/1.1\r\nHost: x\r\n${form}${more}Content-Length: 8\r\n\r\nCallId=1`;
    const text = await said(one("") + one("Connection: close\r\n"));
    expect(text.match(/<Speak>Hello\.<\/Speak>/g)).toHaveLength(2);
  });

  test("has a name in the log, which a proxy may have given it", async () => {
    const named = (name: string) => fetch(`${server.url}${path}`, { headers: { "X-Request-Id": name } });
    expect((await named("from-the-proxy")).headers.get("x-request-id")).toBe("from-the-proxy");
    expect((await named("a b")).headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
  });

  test("whose body has no end is answered when it is too long", async () => {
    const piece = `4000\r\n${"x".repeat(0x4000)}\r\n`;
    const text = await said(
      `POST ${path} HTTP/1.1\r\nHost: x\r\n${form}Transfer-Encoding: chunked\r\n\r\n${piece.repeat(5)}`,
    );
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*Connection: close\r\n[\s\S]*sorry/i);
    expect(server.reasons.at(-1)).toBe("the request is larger than 65536 bytes");
  });

  test("whose client has gone is done with, and the next one is answered", async () => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\n${form}Content-Length: 100\r\n\r\nCallId=`);
    await expect.poll(inFlight).toBe("1");
    socket.destroy();
    await expect.poll(inFlight).toBe("0");
    expect(await (await fetch(`${server.url}${path}`)).text()).toContain("Hello.");
  });

  async function inFlight(): Promise<string | undefined> {
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    return /^ozflow_callbacks_in_flight (\d+)$/m.exec(metrics)?.[1];
  }
});
