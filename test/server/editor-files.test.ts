import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let folder = "";
let server: TestServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ozflow-editor-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<title>the editor</title>");
  await writeFile(join(folder, "assets", "app-1a2b.js"), "run()");
  server = await startTestServer({ EDITOR_DIR: folder });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

describe("the editor", () => {
  test.each(["/", "/flows/abc", "/calls"])("is the page at %s", async (path) => {
    const response = await fetch(`${server.url}${path}`);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).toContain("the editor");
  });

  test("has files that browsers may keep", async () => {
    const response = await fetch(`${server.url}/assets/app-1a2b.js`);
    expect(response.headers.get("content-type")).toContain("javascript");
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(await response.text()).toBe("run()");
  });

  test("does not pass its page off as a file that is gone", async () => {
    expect((await fetch(`${server.url}/assets/app-old.js`)).status).toBe(404);
  });

  test("gives no file from outside its folder", async () => {
    const response = await fetch(`${server.url}/..%2f..%2f..%2fetc%2fpasswd`);
    expect(await response.text()).not.toContain("root:");
  });
});
