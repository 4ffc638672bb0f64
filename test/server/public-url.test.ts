import { describe, expect, test } from "vitest";
import { startTestServer } from "../support/test-server.ts";

describe("a server that nobody told its address", () => {
  test.each([
    [{ HOST: "0.0.0.0" }, true],
    [{ HOST: "0.0.0.0", PUBLIC_URL: "https://ivr.example.com" }, false],
    [{ HOST: "127.0.0.1" }, false],
  ])("with %j warns: %s", async (environment: Readonly<Record<string, string>>, warns) => {
    const warnings: string[] = [];
    const warn = (message: string) => warnings.push(message);
    const server = await startTestServer(environment, { log: { debug() {}, info() {}, warn, error() {} } });
    const ofAddress = warnings.filter((one) => one.startsWith("PUBLIC_URL is not set: no other computer can open"));
    expect(ofAddress).toHaveLength(warns ? 1 : 0);
    await server.stop();
  });
});
