import { createServer } from "node:net";
import { gzipSync } from "node:zlib";
import type { HttpRequest } from "@ozflow/compiler";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "../../server/src/clock.ts";
import type { Lookup } from "../../server/src/http/guarded-lookup.ts";
import { createHttpSender, type HttpSender } from "../../server/src/http/sender.ts";
import { startWebServer, tellJson, type WebServer } from "../support/web-server.ts";

/** Stands on this computer, where no flow may come; each path is an attack of its own. */
let trap: WebServer;
/** A server that is allowed, under the name "good.example". */
let good: WebServer;
/** What names lead to, by name: one list a look, the last one for good. */
const names = new Map<string, string[][]>();
const lookup: Lookup = async (host) => {
  const answers = names.get(host) ?? [];
  const addresses = (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
  if (addresses.length === 0) throw Object.assign(new Error(host), { code: "ENOTFOUND" });
  return addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
};
const secrets = { reveal: async (name: string) => (name === "token" ? "s3cret" : undefined) };
let open: HttpSender;
let closed: HttpSender;

beforeAll(async () => {
  trap = await startWebServer((_asked, response) => response.end("you came where you may not come"));
  good = await startWebServer(({ path, headers }, response) => {
    const url = new URL(path, "http://good.example");
    const [, what = ""] = url.pathname.split("/");
    // As bytes: Node writes nothing else into a header than those.
    const location = Buffer.from(url.searchParams.get("to") ?? "").toString("latin1");
    if (what === "to") return response.writeHead(Number(url.searchParams.get("status") ?? 302), { location }).end();
    if (what === "loop") return response.writeHead(302, { location: `/loop/${Math.random()}` }).end();
    if (what === "headers") return tellJson(response, headers);
    if (what === "huge") return response.end(Buffer.alloc(300 * 1024, "x"));
    if (what === "endless") {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16 * 1024, "x")));
      };
      response.on("drain", more);
      return more();
    }
    if (what === "bomb") {
      const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
      return response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
    }
    if (what === "nested-bomb") {
      const bomb = gzipSync(gzipSync(Buffer.alloc(50 * 1024 * 1024)));
      return response.writeHead(200, { "content-encoding": "gzip, gzip" }).end(bomb);
    }
    if (what === "no-gzip") return response.writeHead(200, { "content-encoding": "gzip" }).end("plain");
    if (what === "long-header") return response.writeHead(200, { "x-long": "x".repeat(60_000) }).end();
    if (what === "silent") return;
    if (what === "drip") {
      response.writeHead(200);
      const timer = setInterval(() => response.write("x"), 50);
      return response.on("close", () => clearInterval(timer));
    }
    if (what === "cut") {
      response.writeHead(200, { "content-length": "1000" }).write("half");
      return setTimeout(() => response.destroy(), 20);
    }
    return tellJson(response, { name: "Ann" });
  });
  names.set("good.example", [["127.0.0.1"]]);
  open = createHttpSender({ opened: ["good.example"], secrets, clock: systemClock, lookup });
  closed = createHttpSender({ opened: [], secrets, clock: systemClock, lookup });
});
afterAll(async () => {
  await Promise.all([open.close(), closed.close()]);
  await Promise.all([trap.stop(), good.stop()]);
});

/** Long enough for the slowest machine: whatever ends here ends by itself. */
const patientMs = 60_000;
const request = (url: string, given: Partial<HttpRequest> = {}): HttpRequest => ({
  method: "GET",
  url,
  headers: [],
  timeoutSeconds: 5,
  retries: 0,
  ...given,
});
const ask = (url: string, given: Partial<HttpRequest> = {}) => open.send(request(url, given), patientMs);
const onGood = (path: string) => `http://good.example:${good.port}${path}`;
const onTrap = (host: string) => `http://${host}:${trap.port}/`;

/** Every way to write an address where no flow may come. */
const inside = [
  "127.0.0.1",
  "127.0.0.1.",
  "127.1",
  "127.255.255.254",
  "2130706433",
  "0x7f000001",
  "0x7f.0.0.1",
  "0177.0.0.1",
  "017700000001",
  "127.0.0.1%2e",
  "%31%32%37.0.0.1",
  "①②⑦.⓪.⓪.①",
  "0.0.0.0",
  "0",
  "[::1]",
  "[::]",
  "[0:0:0:0:0:0:0:1]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[::127.0.0.1]",
  "[64:ff9b::127.0.0.1]",
  "[2002:7f00:1::]",
  "[2001:0:7f00:1::]",
  "[fe80::1]",
  "[fc00::1]",
  "[fd00:ec2::254]",
  "[fec0::1]",
  "[ff02::1]",
  "10.0.0.1",
  "172.16.0.1",
  "192.168.1.1",
  "100.64.0.1",
  "100.100.100.200",
  "169.254.169.254",
  "0xa9fea9fe",
  "[::ffff:169.254.169.254]",
  "168.63.129.16",
  "192.0.0.192",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "240.0.0.1",
];

describe("an address inside", () => {
  test.each(inside)("written as %s is not asked", async (host) => {
    const reply = await closed.send(request(onTrap(host)), patientMs);
    expect(reply).toEqual({ fault: expect.stringMatching(/may not ask|could not be sent|name is not known/) });
    expect(trap.asked).toEqual([]);
  });

  test.each(inside)("is not asked when a server sends us on to %s", async (host) => {
    const reply = await ask(onGood(`/to?to=${encodeURIComponent(onTrap(host))}`));
    expect(reply).toEqual({ fault: expect.stringMatching(/may not ask|cannot be read|name is not known/) });
    expect(trap.asked).toEqual([]);
  });

  test.each(inside.filter((host) => /^[\d.]+$|^\[[\da-f:.]+\]$/.test(host) && !/^\d+$|^127\.1$|\.$/.test(host)))(
    "is not asked when a name leads to %s",
    async (host) => {
      const name = `evil${names.size}.example`;
      names.set(name, [[host.replace(/[[\]]/g, "")]]);
      const reply = await closed.send(request(onTrap(name)), patientMs);
      expect(reply).toEqual({ fault: `${name} is in a network that flows may not ask (HTTP_ALLOW opens it)` });
      expect(trap.asked).toEqual([]);
    },
  );

  test.each(["localhost", "localhost.", "LOCALHOST", "a.localhost"])("is not asked as %s", async (host) => {
    names.set(host.toLowerCase(), [["127.0.0.1", "::1"]]);
    expect(await closed.send(request(onTrap(host)), patientMs)).toHaveProperty("fault");
    expect(trap.asked).toEqual([]);
  });

  test("is not asked when it hides among others that a name leads to", async () => {
    // 192.0.2.1 is for documentation: nobody is there.
    names.set("mixed.example", [["127.0.0.1", "192.0.2.1"]]);
    expect(await closed.send(request(onTrap("mixed.example")), 300)).toHaveProperty("fault");
    expect(trap.asked).toEqual([]);
  });

  test("is not asked when a name leads elsewhere the second time", async () => {
    names.set("rebinding.example", [["127.0.0.1"], ["10.0.0.1"], ["127.0.0.1"]]);
    const opened = createHttpSender({ opened: ["10.0.0.0/8"], secrets, clock: systemClock, lookup });
    for (let looks = 0; looks < 3; looks += 1) {
      expect(await opened.send(request(onTrap("rebinding.example")), 300)).toHaveProperty("fault");
    }
    await opened.close();
    expect(trap.asked).toEqual([]);
  });

  test("is asked when it was opened, and only that", async () => {
    const opened = createHttpSender({ opened: ["127.0.0.1", "10.1.0.0/16"], secrets, clock: systemClock, lookup });
    expect(await opened.send(request(`http://127.0.0.1:${good.port}/`), patientMs)).toMatchObject({ status: 200 });
    expect(await opened.send(request(`http://2130706433:${good.port}/`), patientMs)).toMatchObject({ status: 200 });
    expect(await opened.send(request(onTrap("127.0.0.2")), patientMs)).toHaveProperty("fault");
    await opened.close();
  });
});

describe("what is no web server", () => {
  test.each([
    ["another protocol", "ftp://good.example/"],
    ["a file", "file:///etc/passwd"],
    ["words in the address", "data:text/plain,x"],
    ["a password in the address", "http://me:secret@good.example/"],
    ["no address", "http://"],
    ["a port that browsers refuse", "http://good.example:25/"],
  ])("%s is not asked", async (_what, url) => {
    expect(await ask(url)).toHaveProperty("fault");
    expect(await ask(onGood(`/to?to=${encodeURIComponent(url)}`))).toHaveProperty("fault");
  });
});

describe("redirects", () => {
  const chain = (length: number): string =>
    length === 0 ? onGood("/") : onGood(`/to?to=${encodeURIComponent(chain(length - 1))}`);

  test("are followed three times", async () => {
    expect(await ask(chain(3))).toMatchObject({ status: 200 });
    expect(await ask(chain(4))).toEqual({ fault: "it was sent on more than 3 times" });
  });
  test("in a circle end", async () => {
    expect(await ask(onGood("/loop"))).toEqual({ fault: "it was sent on more than 3 times" });
  });
  test.each([
    [301, "GET", ""],
    [302, "GET", ""],
    [303, "GET", ""],
    [307, "POST", "{}"],
    [308, "POST", "{}"],
  ])("by %i make of a POST a %s", async (status, method, body) => {
    const post = { method: "POST", body: "{}" } as const;
    await ask(onGood(`/to?status=${status}&to=/there`), post);
    expect(good.asked.at(-1)).toMatchObject({ path: "/there", method, body });
  });

  test("take secrets, logins and cookies to the same server only", async () => {
    const headers = [
      { name: "X-Api-Key", secret: "token" },
      { name: "Authorization", value: "Basic abc" },
      { name: "Cookie", value: "a=b" },
      { name: "X-Open", value: "for everybody" },
    ];
    const same = await ask(onGood("/to?to=/headers"), { headers });
    expect(same).toMatchObject({ body: expect.stringContaining("s3cret") });
    names.set("other.example", [["127.0.0.1"]]);
    const both = createHttpSender({ opened: ["good.example", "other.example"], secrets, clock: systemClock, lookup });
    const elsewhere = encodeURIComponent(`http://other.example:${good.port}/headers`);
    const reply = await both.send(request(onGood(`/to?to=${elsewhere}`), { headers }), patientMs);
    await both.close();
    const told = JSON.parse("body" in reply ? reply.body : "") as Record<string, string>;
    expect(told).toMatchObject({ "x-open": "for everybody", host: `other.example:${good.port}` });
    expect(Object.keys(told)).not.toEqual(expect.arrayContaining(["x-api-key"]));
    expect(Object.keys(told)).not.toEqual(expect.arrayContaining(["authorization"]));
    expect(Object.keys(told)).not.toEqual(expect.arrayContaining(["cookie"]));
  });
});

describe("an answer", () => {
  test.each([
    ["/huge", /larger than 256 KiB/],
    ["/endless", /larger than 256 KiB/],
    ["/bomb", /larger than 256 KiB/],
    ["/nested-bomb", /larger than 256 KiB/],
    ["/no-gzip", /cannot be unpacked/],
    ["/long-header", /could not be sent|no HTTP|broke off/],
    ["/cut", /broke off/],
  ])("like %s is none", async (path, sentence) => {
    expect(await ask(onGood(path))).toEqual({ fault: expect.stringMatching(sentence) });
  });

  test.each(["/silent", "/drip"])("that never ends (%s) is waited for no longer than it may take", async (path) => {
    const reply = await open.send(request(onGood(path)), 500);
    expect(reply).toEqual({ fault: "there was no answer after 0.5 s" });
  });

  test("that is no HTTP is none", async () => {
    const server = createServer((socket) => socket.end("SSH-2.0-OpenSSH\r\n")).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    expect(await ask(`http://good.example:${port}/`)).toHaveProperty("fault");
    server.close();
  });
});

describe("headers", () => {
  test("with a line break in a secret send nothing, and tell nothing of it", async () => {
    const broken = createHttpSender({
      opened: ["good.example"],
      secrets: { reveal: async () => "s3cret\r\nX-Evil: 1" },
      clock: systemClock,
      lookup,
    });
    const before = good.asked.length;
    const reply = await broken.send(request(onGood("/"), { headers: [{ name: "X-Key", secret: "any" }] }), patientMs);
    expect(reply).toEqual({ fault: "the value of the header X-Key cannot be sent" });
    expect(good.asked.length).toBe(before);
    await broken.close();
  });
});

describe("tries", () => {
  test("are made again when nobody answers, and stop when somebody does", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    let connections = 0;
    server.on("connection", (socket) => {
      connections += 1;
      if (connections < 3) socket.destroy();
      else socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"));
    });
    const url = `http://good.example:${port}/`;
    expect(await ask(url, { retries: 1 })).toEqual({ fault: "the connection broke off" });
    expect(await ask(url, { retries: 3 })).toEqual({ status: 200, body: "{}" });
    expect(connections).toBe(3);
    server.close();
  });

  test("are not made again for what will not change", async () => {
    let looks = 0;
    const counting = createHttpSender({
      opened: [],
      secrets,
      clock: systemClock,
      lookup: async () => {
        looks += 1;
        return [{ address: "127.0.0.1", family: 4 }];
      },
    });
    await counting.send(request(onTrap("inside.example"), { retries: 3 }), patientMs);
    expect(looks).toBe(1);
    await counting.close();
  });
});
