import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let folder = "";
let server: TestServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ozflow-editor-"));
  await writeFile(join(folder, "index.html"), '<meta property="csp-nonce" nonce="OZFLOW_NONCE">');
  server = await startTestServer({ EDITOR_DIR: folder, PUBLIC_URL: "https://ivr.example.com" });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const ask = (path: string) => fetch(`${server.url}${path}`);
const policyOf = (answer: Response) => answer.headers.get("content-security-policy") ?? "";

describe("the editor's page", () => {
  test("allows what lies on this server, and styles with a nonce that is another one each time", async () => {
    const nonces = new Set<string>();
    for (const path of ["/", "/index.html", "/calls", "/"]) {
      const answer = await ask(path);
      const nonce = /nonce="(.*?)"/.exec(await answer.text())?.[1] ?? "";
      expect(policyOf(answer)).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(policyOf(answer)).toContain("default-src 'none'");
      expect(policyOf(answer)).not.toMatch(/unsafe|\*|https?:/);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
  });
});

describe("every answer that is not for the phone system", () => {
  test.each([
    "/",
    "/assets/none.js",
    "/api/info",
    "/api/none",
    "/api/openapi.json",
    "/api/docs",
    "/healthz",
    "/metrics",
  ])("%s cannot be framed, is not guessed at and comes by https only", async (path) => {
    const answer = await ask(path);
    expect(policyOf(answer)).toContain("frame-ancestors 'none'");
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "strict-transport-security": expect.stringContaining("max-age="),
      "permissions-policy": expect.stringContaining("camera=()"),
    });
  });

  test("without https nothing is promised about it", async () => {
    const plain = await startTestServer();
    const answer = await fetch(`${plain.url}/api/info`);
    expect(answer.headers.has("strict-transport-security")).toBe(false);
    await plain.stop();
  });
});
