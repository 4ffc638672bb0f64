import type { Flow } from "@ozflow/compiler";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const customers = "number;name\r\n100;Ann\r\n200;Bob\r\n";

async function add(name: string, csv = customers): Promise<string> {
  const { status, body } = await server.send("POST", `/tables?name=${name}`, Buffer.from(csv));
  expect(status).toBe(201);
  return body.id;
}

const replace = (id: string, version: number, csv: string) =>
  server.send("PUT", `/tables/${id}/rows?version=${version}`, Buffer.from(csv));

/** Greets who calls, then whoever's number is keyed in. */
function greets(table: string): Flow {
  const lookup = (key: string) => ["lookup", { table, key, fields: [{ column: "name", variable: "name" }] }] as const;
  return flow({
    steps: {
      in: "incoming-call",
      caller: lookup("call.caller"),
      hello: ["say", { say: "Hello {name}" }],
      stranger: ["say", { say: "Hello whoever" }],
      ask: ["collect-digits", { prompt: { say: "?" }, attempts: 1, minDigits: 3, maxDigits: 3 }],
      keyed: lookup("digits"),
      that: ["say", { say: "That is {name}" }],
      nobody: ["say", { say: "That is nobody" }],
    },
    variables: { digits: "text", name: "text" },
    edges: [
      "in > caller.found > hello > ask.entered > keyed.found > that",
      "caller.not-found > stranger > ask",
      "keyed.not-found > nobody",
    ],
  });
}

describe("a flow that looks into a table", () => {
  test("knows who calls without a callback of its own, and whose number was keyed in", async () => {
    const { callbackUrl } = await server.publish(greets(await add("Customers")));
    const first = await notify(callbackUrl, { CallerId: "100" });
    expect(first.spoken).toContain("Hello Ann");
    const asked = (answer: typeof first) => answer.address("UserInput", "ForwardToUrl");
    expect((await notify(asked(first), { DtmfDigits: "200" })).spoken).toEqual(["That is Bob"]);
    const other = await notify(callbackUrl, { CallerId: "777" });
    expect(other.spoken).toContain("Hello whoever");
    expect((await notify(asked(other), { DtmfDigits: "777" })).spoken).toEqual(["That is nobody"]);
  });

  test("goes by the table as it was when the call began; the next call by the new one", async () => {
    const id = await add("Replaced");
    const { callbackUrl } = await server.publish(greets(id));
    const first = await notify(callbackUrl, { CallerId: "100" });
    expect(await replace(id, 1, "number,name\n200,Carol\n")).toMatchObject({
      status: 200,
      body: { version: 2, rows: 1 },
    });
    expect((await notify(first.address("UserInput", "ForwardToUrl"), { DtmfDigits: "200" })).spoken).toEqual([
      "That is Bob",
    ]);
    expect((await notify(callbackUrl, { CallerId: "200" })).spoken).toContain("Hello Carol");
    expect((await notify(callbackUrl, { CallerId: "100" })).spoken).toContain("Hello whoever");
  });

  test("cannot be published when nobody knows the table", async () => {
    const { id } = (await server.api("POST", "/flows", { flow: greets("nowhere") })).body;
    const { status, body } = await server.api("POST", `/flows/${id}/publish`, { version: 1 });
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain("this table is not on the server; choose another one.");
  });
});

describe("a table", () => {
  test("is listed with who looks into it, and its rows page by page", async () => {
    const id = await add(
      "Listed",
      `id,word\n${Array.from({ length: 120 }, (_, n) => `${1000 + n},word ${n}`).join("\n")}`,
    );
    await server.publish(greets(id));
    const { tables } = (await server.api("GET", "/tables")).body;
    expect(tables.find((one: { id: string }) => one.id === id)).toMatchObject({
      name: "Listed",
      keyColumn: "id",
      columns: ["id", "word"],
      rows: 120,
      usedBy: [{ name: "Sketch" }],
    });
    const page = (await server.api("GET", `/tables/${id}/rows?from=100&limit=2`)).body;
    expect(page).toEqual({
      rows: [
        ["1100", "word 100"],
        ["1101", "word 101"],
      ],
      total: 120,
    });
    expect((await server.api("GET", `/tables/${id}/rows?search=WORD%20119`)).body).toEqual({
      rows: [["1119", "word 119"]],
      total: 1,
    });
  });

  test("comes back as a file that makes the same table", async () => {
    const csv = 'name;number;say\nAnn;100;=1+1\n"Bob; ""B""";+36200;-@';
    const { body } = await server.send("POST", "/tables?name=Odd%20%C3%A9%22(1)&key=number", Buffer.from(csv));
    const answer = await server.stream(`/tables/${body.id}/rows.csv`);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''Odd%20%C3%A9%22%281%29.csv");
    const file = Buffer.from(await answer.arrayBuffer());
    const again = await server.send("POST", "/tables?name=Again&key=number", file);
    const content = async (id: string) => (await server.api("GET", `/tables/${id}`)).body;
    expect(await content(again.body.id)).toEqual(await content(body.id));
    expect((await content(body.id)).rows).toEqual({
      "100": ["Ann", "100", "=1+1"],
      "+36200": ['Bob; "B"', "+36200", "-@"],
    });
    expect((await server.api("GET", "/tables/none/rows.csv")).status).toBe(404);
  });

  test("that a flow looks into cannot be deleted, one that none looks into can", async () => {
    const [used, unused] = [await add("Used"), await add("Unused")];
    await server.publish(greets(used));
    const refused = await server.api("DELETE", `/tables/${used}`);
    expect(refused).toMatchObject({ status: 409, body: { error: { code: "in-use" } } });
    expect(refused.body.error.message).toBe(
      '"Used" is looked into by "Sketch". Choose another one there and publish first.',
    );
    expect((await server.api("DELETE", `/tables/${unused}`)).status).toBe(204);
    expect((await server.api("DELETE", `/tables/${unused}`)).status).toBe(404);
  });

  test("that somebody else has changed meanwhile is not overwritten", async () => {
    const id = await add("Shared");
    const renamed = await server.api("PUT", `/tables/${id}`, { name: "Ours", version: 1 });
    expect(renamed).toMatchObject({ status: 200, body: { name: "Ours", version: 2, rows: 2 } });
    expect(await replace(id, 1, customers)).toMatchObject({ status: 409, body: { error: { code: "conflict" } } });
    expect(await server.api("PUT", `/tables/${id}`, { name: "Mine", version: 1 })).toMatchObject({ status: 409 });
    expect((await replace("none", 1, customers)).status).toBe(404);
  });

  test.each([
    [Buffer.from("a,b\n1,2\n1,3\n"), 'Line 3: "1" stands in line 2 already; each may stand there once.'],
    [Buffer.from([0x61, 0xff, 0xfe]), "This file is no text in UTF-8. Save it as CSV UTF-8 and try again."],
  ])("that is none is refused in a sentence", async (csv, sentence) => {
    const refused = await server.send("POST", "/tables?name=Odd", csv);
    expect(refused).toMatchObject({ status: 422, body: { error: { code: "not-a-table", message: sentence } } });
  });

  test("that is too large is refused", async () => {
    expect((await server.send("POST", "/tables?name=Huge", Buffer.alloc(5_000_001, "a"))).status).toBe(413);
  });
});
