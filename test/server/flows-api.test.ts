import { writeFlow } from "@ozflow/compiler";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { greeting, pinCheck } from "../support/call-flows.ts";
import { flow } from "../support/flow-builder.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe("a flow", () => {
  test("is stored, read, saved, listed and deleted", async () => {
    const created = await server.api("POST", "/flows", { flow: greeting });
    expect(created.status).toBe(201);
    const { id } = created.body;
    expect(created.body).toEqual({
      id,
      version: 1,
      flow: JSON.parse(writeFlow(greeting)),
      updatedAt: expect.any(String),
      published: null,
    });
    expect((await server.api("GET", `/flows/${id}`)).body).toEqual(created.body);

    const saved = await server.api("PUT", `/flows/${id}`, { flow: { ...greeting, name: "Hello" }, version: 1 });
    expect(saved).toEqual({ status: 200, body: { version: 2, updatedAt: expect.any(String) } });
    const { flows } = (await server.api("GET", "/flows")).body;
    expect(flows[0]).toEqual({
      id,
      name: "Hello",
      version: 2,
      steps: 3,
      updatedAt: saved.body.updatedAt,
      published: null,
    });

    expect((await server.api("DELETE", `/flows/${id}`)).status).toBe(204);
    expect((await server.api("GET", `/flows/${id}`)).status).toBe(404);
    expect((await server.api("DELETE", `/flows/${id}`)).status).toBe(404);
  });

  test("that somebody else saved meanwhile is not overwritten, and both can be seen", async () => {
    const { id } = (await server.api("POST", "/flows", { flow: greeting })).body;
    const theirs = { ...greeting, name: "Theirs" };
    await server.api("PUT", `/flows/${id}`, { flow: theirs, version: 1 });
    const mine = await server.api("PUT", `/flows/${id}`, { flow: { ...greeting, name: "Mine" }, version: 1 });
    expect(mine.status).toBe(409);
    expect(mine.body.error).toMatchObject({ code: "conflict", current: { version: 2, flow: { name: "Theirs" } } });
    expect((await server.api("GET", `/flows/${id}`)).body.flow.name).toBe("Theirs");
    expect((await server.api("POST", `/flows/${id}/publish`, { version: 1 })).body.error.code).toBe("conflict");
  });

  test.each([
    ["an unknown key", { ...greeting, colour: "red" }, "colour"],
    ["a wrong type", { ...greeting, name: 7 }, "name"],
    ["an unknown kind of step", { ...greeting, steps: [{ id: "a", type: "dance", label: "", data: {} }] }, "dance"],
    ["a newer format", { ...greeting, formatVersion: 2 }, "Update OzFlow"],
    ["nothing", null, ""],
    ["a list", [], ""],
  ])("with %s is refused with a sentence, and nothing is stored", async (_what, flow, word) => {
    const before = (await server.api("GET", "/flows")).body.flows.length;
    const { status, body } = await server.api("POST", "/flows", { flow });
    expect(status).toBe(422);
    expect(body.error.code).toBe("invalid-flow");
    expect(body.error.message).toContain(word);
    expect(body.error.diagnostics.length).toBeGreaterThan(0);
    expect((await server.api("GET", "/flows")).body.flows).toHaveLength(before);
  });
});

describe("publishing", () => {
  test("freezes the draft and counts revisions", async () => {
    const { id } = (await server.api("POST", "/flows", { flow: pinCheck })).body;
    const first = await server.api("POST", `/flows/${id}/publish`, { version: 1 });
    expect(first.body).toMatchObject({ revision: 1, callbackUrl: expect.stringContaining(`${server.url}/c/`) });
    await server.api("PUT", `/flows/${id}`, { flow: { ...pinCheck, name: "PIN" }, version: 1 });
    const second = await server.api("POST", `/flows/${id}/publish`, { version: 2, message: "a new name" });
    expect(second.body).toMatchObject({ revision: 2, callbackUrl: first.body.callbackUrl });
    const { revisions } = (await server.api("GET", `/flows/${id}/revisions`)).body;
    expect(revisions).toMatchObject([
      { revision: 2, message: "a new name", publishedBy: expect.stringMatching(/./) },
      { revision: 1, message: "" },
    ]);
    const { published } = (await server.api("GET", `/flows/${id}`)).body;
    const { revision, publishedAt, callbackUrl } = second.body;
    expect(published).toEqual({ revision, publishedAt, callbackUrl });
  });

  test("keeps each revision as it was, with the flow it was made of", async () => {
    const { id } = (await server.api("POST", "/flows", { flow: pinCheck })).body;
    await server.api("POST", `/flows/${id}/publish`, { version: 1, message: "first" });
    await server.api("PUT", `/flows/${id}`, { flow: greeting, version: 1 });
    await server.api("POST", `/flows/${id}/publish`, { version: 2 });
    const { user } = (await server.api("GET", "/session")).body;
    const first = (await server.api("GET", `/flows/${id}/revisions/1`)).body;
    expect(first).toEqual({
      revision: 1,
      publishedAt: expect.any(String),
      publishedBy: user.name,
      message: "first",
      flow: JSON.parse(writeFlow(pinCheck)),
    });
    expect((await server.api("GET", `/flows/${id}/revisions/2`)).body.flow).toEqual(JSON.parse(writeFlow(greeting)));
    for (const none of ["3", "0", "-1", "one", "1e0"])
      expect((await server.api("GET", `/flows/${id}/revisions/${none}`)).body.error.code).toBe("not-found");
  });

  test("is refused while the flow has errors", async () => {
    const { id } = (await server.api("POST", "/flows", { flow: { ...greeting, steps: [], edges: [] } })).body;
    const { status, body } = await server.api("POST", `/flows/${id}/publish`, { version: 1 });
    expect(status).toBe(422);
    expect(body.error.code).toBe("flow-has-errors");
    expect(body.error.diagnostics[0].severity).toBe("error");
    expect((await server.api("GET", `/flows/${id}`)).body.published).toBeNull();
  });

  test("is refused when callers get trapped, with the call that shows it", async () => {
    const trap = flow({
      steps: { in: "incoming-call", one: "menu", two: "menu" },
      edges: ["in > one.1 > two.1 > one", "one.exhausted > two.exhausted > one"],
    });
    const { id } = (await server.api("POST", "/flows", { flow: trap })).body;
    const { status, body } = await server.api("POST", `/flows/${id}/publish`, { version: 1 });
    expect(status).toBe(422);
    const [found] = body.error.diagnostics.filter((one: { severity: string }) => one.severity === "error");
    expect(found).toMatchObject({ code: "no-trap", step: "one", call: { entry: "incoming-call", caller: [] } });
  });

  test("passes warnings on, with the call that shows one", async () => {
    const music = flow({ steps: { in: "incoming-call", hello: "say" }, edges: ["in > hello > hello"] });
    const { id } = (await server.api("POST", "/flows", { flow: music })).body;
    const { status, body } = await server.api("POST", `/flows/${id}/publish`, { version: 1 });
    expect(status).toBe(200);
    expect(body.diagnostics).toMatchObject([{ code: "no-loop-without-input", call: { caller: [] } }]);
  });
});

describe("a request that cannot be understood", () => {
  test.each([
    ["POST", "/flows", { flow: greeting, extra: 1 }],
    ["PUT", "/flows/x", { flow: greeting }],
    ["POST", "/flows/x/publish", { version: "1" }],
    ["POST", "/flows/x/calls", { ringSeconds: -1 }],
    ["POST", "/try/calls", {}],
    ["POST", "/try/calls/x/keys", { keys: "abc" }],
    ["GET", "/calls?limit=all", undefined],
  ])("%s %s %j", async (method, path, body) => {
    expect(await server.api(method, path, body)).toMatchObject({
      status: 400,
      body: { error: { code: "bad-request" } },
    });
  });

  test.each(["/flows/none", "/flows/none/revisions", "/calls/none", "/try/calls/none/events", "/nothing"])(
    "%s",
    async (path) => {
      expect(await server.api("GET", path)).toMatchObject({ status: 404, body: { error: { code: "not-found" } } });
    },
  );
});

describe("what anybody may know", () => {
  test("the product, its version and the addresses", async () => {
    const info = await (await fetch(`${server.url}/api/info`)).json();
    expect(info).toEqual({ name: "OzFlow", version: expect.any(String), pbx: "virtual", publicUrl: server.url });
  });
});

describe("examples", () => {
  test("are flows with a name and a description", async () => {
    const { examples } = (await server.api("GET", "/examples")).body;
    for (const { id, name, description, flow } of examples) {
      expect(description, id).not.toBe("");
      expect(flow.name).toBe(name);
    }
    const ids: readonly string[] = examples.map((one: { id: string }) => one.id);
    expect(ids).toContain("pin-check");
    expect(ids.filter((id) => id.endsWith(".test"))).toEqual([]);
  });

  test("may be none at all", async () => {
    const other = await startTestServer({}, { examplesFolder: "/no/such/folder" });
    expect((await other.api("GET", "/examples")).body).toEqual({ examples: [] });
    await other.stop();
  });
});
