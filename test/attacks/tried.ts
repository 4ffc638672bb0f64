import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { mayDo, type Role, roles } from "../../server/src/auth/roles.ts";
import { apiRoutes } from "../../server/src/routes/index.ts";

/** Every route × every role that is too small for it. */
export const roleMatrix = Object.entries(apiRoutes).flatMap(([name, route]) =>
  roles
    .filter((role) => !mayDo(role, route.role))
    .map((role): readonly [string, Role, typeof route] => [name, role, route]),
);

export const writingRoutes = Object.entries(apiRoutes).filter(([, route]) => route.method !== "GET");

/** How browsers say that another site asks. */
export const otherSites = [{ "sec-fetch-site": "cross-site" }, { origin: "https://evil.example" }];

const zeros = (bytes: number) => Buffer.alloc(bytes, "0");

/** Bodies that are small until somebody unpacks them. */
export const packedBodies: readonly (readonly [what: string, encoding: string, body: Buffer])[] = [
  ["a gzipped form", "gzip", gzipSync("CallId=1&CallerId=100")],
  ["a gzip bomb", "gzip", gzipSync(zeros(20_000_000))],
  ["a bomb within a bomb", "gzip, gzip", gzipSync(gzipSync(zeros(20_000_000)))],
  ["a deflated bomb", "deflate", deflateSync(zeros(20_000_000))],
  ["a brotli bomb", "BR", brotliCompressSync(zeros(1_000_000))],
  ["a name that nobody knows", "x-evil", Buffer.from("CallId=1")],
];

/** Patterns that keep JavaScript's regular expressions busy for ever, and texts that callers bring. */
export const slowPatterns: readonly (readonly [pattern: string, text: string])[] = [
  ["^(a+)+$", `${"a".repeat(50)}!`],
  ["^(a|a)*$", `${"a".repeat(50)}!`],
  ["^(a|aa)+$", `${"a".repeat(50)}!`],
  ["(.*)*,(.*)*,(.*)*;", ",".repeat(60)],
  ["^(([0-9])+)*#$", "1".repeat(60)],
  ["(x+x+)+y", "x".repeat(60)],
];

/** Conditions that would take a server from its callers. */
export const endlessConditions = [
  `${"[1,2,3,4,5,6,7,8,9].all(a, ".repeat(9)}true${")".repeat(9)}`,
  '"a,b".split(",").exists(a, "c,d".split(",").exists(b, a == b))',
  `[${Array.from({ length: 400 }, () => 1).join()}].size() > 1`,
  `${"(".repeat(300)}true${")".repeat(300)}`,
];

/** Numbers that cost somebody money, as they get past a list that only looks at how they begin. */
export const fraudNumbers = [
  "+979123456",
  "00979123456",
  "+9 7 9-123/456",
  "sip:+979123456@pbx.example",
  "tel:+979123456",
  "+979123456@pbx.example;user=phone",
  "101,+979123456",
  "9,0900123456",
  "9p0900123456",
  "*31#+19005550100",
  "*67*0900123456",
  "101;+88212345",
  "+1(900)5550100",
  "\uFF0B\uFF19\uFF17\uFF19123456",
  "\u0669\u0667\u0669",
  "%2B979123456",
  "+979\t123456",
  "+979\r\n123456",
  "\u200B+979123456",
  "<BlindTransfer>+979</BlindTransfer>",
];

/** Uploads that are no sound, whatever they are called. */
export const notSounds: readonly (readonly [what: string, bytes: Buffer])[] = [
  ["a page", Buffer.from("<!doctype html><script>alert(1)</script>")],
  ["a picture with a script", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ["a program", Buffer.from("\x7fELF\x02\x01\x01")],
  ["an archive", Buffer.from("PK\x03\x04../../etc/passwd")],
  ["a packed sound", gzipSync(Buffer.from("RIFF"))],
  ["a WAV that says it is 4 GB", Buffer.from("RIFF\xff\xff\xff\xffWAVEfmt \xff\xff\xff\xff", "latin1")],
  ["nothing", Buffer.alloc(0)],
];

/** Paths that lead out of where sounds, pages and documents lie. */
export const pathsOut = [
  "/audio/..%2f..%2fsecrets.key",
  "/audio/%2e%2e%2fsecrets.key",
  "/audio/..%5c..%5csecrets.key",
  "/audio/....//....//secrets.key",
  "/audio/%00secrets.key",
  "/assets/..%2f..%2f..%2fpackage.json",
  "/assets/..%252f..%252fpackage.json",
  "/api/docs/..%2fpackage.json",
];

/** Names of documents and ids of steps that would be files elsewhere. */
export const namesOut = ["../evil", "..", "/etc/passwd", "a/../../evil", "..\\evil", "evil\0", "C:evil", "%2e%2e"];

/** What stands where a callback address names a session, a turn and a revision. */
export const guessedSessions: readonly Readonly<Record<string, string>>[] = [
  {},
  { s: "", t: "1" },
  { s: "1", t: "1" },
  { s: "0".repeat(22), t: "1" },
  { s: "' OR '1'='1", t: "1" },
  { s: "%", t: "1" },
  { s: "../other", t: "1" },
  { s: "x".repeat(10_000), t: "1" },
  { s: "\0", t: "1" },
];

/** Turns that a known session is not at. */
export const guessedTurns = ["", "-1", "0", "2", "99", "1e0", "0x1", "1;2", "9".repeat(30)];
