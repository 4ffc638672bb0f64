import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import type { PublishedFlow } from "../support/signed-in.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const outcome = (disposition: string, note = "") => ["disposition", { disposition, note }] as const;
const survey = flow({
  steps: {
    in: "incoming-call",
    reached: outcome("reached"),
    menu: ["menu", { options: ["1", "2"].map((key) => ({ key, label: key })), attempts: 1 }],
    happy: outcome("happy", "{call.caller} said 1"),
    sad: outcome("Sad"),
    thanks: "say",
    bye: "hang-up",
  },
  edges: [
    "in > reached > menu.1 > happy > thanks > bye",
    "menu.2 > sad > thanks",
    "menu.no-input > bye",
    "menu.invalid > bye",
    "menu.exhausted > bye",
  ],
});

let server: TestServer;
let published: PublishedFlow;

beforeAll(async () => {
  server = await startTestServer();
  published = await server.publish(survey);
  for (const [caller, way] of Object.entries({ "100": /happy/, "101": /sad/, "102": undefined })) {
    const menu = await notify(published.callbackUrl, { CallId: caller, CallerId: caller });
    if (way !== undefined) await notify(menu.address("GoTo", "Url", way), { CallId: caller });
  }
});
afterAll(() => server.stop());

const calls = async (query = "") => (await server.api("GET", `/calls?flow=${published.id}${query}`)).body.calls;

describe("a call whose flow says how it went", () => {
  it("has the last that was said, with its note", async () => {
    const said = (await calls()).map((call: Record<string, unknown>) => [
      call["caller"],
      call["disposition"],
      call["note"],
    ]);
    expect(said.sort()).toEqual([
      ["100", "happy", "100 said 1"],
      ["101", "Sad", ""],
      ["102", "reached", ""],
    ]);
  });

  it("is found by it", async () => {
    expect((await calls("&disposition=happy")).map((call: { caller: string }) => call.caller)).toEqual(["100"]);
    expect(await calls("&disposition=nobody")).toEqual([]);
  });

  it("has it in the CSV file", async () => {
    const file = await (await server.stream("/calls.csv?disposition=happy")).text();
    expect(file).toContain(",happy,100 said 1,");
  });

  it("adds it to those that can be chosen, each once", async () => {
    const all = (await server.api("GET", "/dispositions")).body;
    expect(all).toEqual({ dispositions: ["happy", "reached", "Sad"] });
    expect((await server.api("GET", "/dispositions?flow=another")).body).toEqual({ dispositions: [] });
  });
});
