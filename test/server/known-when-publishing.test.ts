import type { Flow } from "@ozflow/compiler";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { wav } from "../support/sound.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

/** A server whose phone system is the virtual one of another. */
let pbx: TestServer;
let server: TestServer;
beforeAll(async () => {
  pbx = await startTestServer();
  server = await startTestServer({ PBX: "ozeki", OZEKI_URL: pbx.pbxUrl });
});
afterAll(async () => {
  await server.stop();
  await pbx.stop();
});

async function publish(at: TestServer, drawn: Flow) {
  const { id } = (await at.api("POST", "/flows", { flow: drawn })).body;
  return await at.api("POST", `/flows/${id}/publish`, { version: 1 });
}

const transferring = (target: string) =>
  flow({
    steps: { in: "incoming-call", desk: ["transfer", { target }], end: "hang-up" },
    edges: ["in > desk.failed > end"],
  });
const codesOf = ({ body }: { body: { diagnostics: readonly { code: string }[] } }) =>
  body.diagnostics.map(({ code }) => code);

describe("whom the phone system knows", () => {
  test("is told, numbers and ids of extensions, contacts of all address books", async () => {
    const { directory } = (await server.api("GET", "/pbx/directory")).body;
    expect(directory.extensions).toEqual(expect.arrayContaining(["101", "101@localhost"]));
    expect(directory.contacts).toEqual(expect.arrayContaining([expect.stringContaining("@example.")]));
  });

  test("decides about the numbers of a flow, which is published all the same", async () => {
    const wrong = await publish(server, transferring("100"));
    expect(wrong.status).toBe(200);
    expect(wrong.body.diagnostics).toContainEqual(
      expect.objectContaining({ code: "number-unknown", fix: expect.objectContaining({ title: "Write 101" }) }),
    );
    expect(codesOf(await publish(server, transferring("101")))).not.toContain("number-unknown");
    expect(codesOf(await publish(server, transferring("+36301234567")))).not.toContain("number-unknown");
  });

  test("is nobody's to tell of the virtual one, and of one that cannot be reached", async () => {
    expect((await pbx.api("GET", "/pbx/directory")).body).toEqual({ directory: null });
    expect(codesOf(await publish(pbx, transferring("100")))).not.toContain("number-unknown");
    const lonely = await startTestServer({ PBX: "ozeki", OZEKI_URL: "http://127.0.0.1:9" });
    expect((await lonely.api("GET", "/pbx/directory")).body).toEqual({ directory: null });
    expect(codesOf(await publish(lonely, transferring("100")))).not.toContain("number-unknown");
    await lonely.stop();
  });
});

test("promises are held to the lengths of sounds in the library", async () => {
  const add = async (seconds: number) =>
    (await pbx.send("POST", `/prompts?name=Song%20${seconds}`, wav({ seconds }))).body.id;
  const playing = (id: string): Flow => ({
    ...flow({
      steps: { in: "incoming-call", song: ["play", { play: `prompt:${id}` }], end: "hang-up" },
      edges: ["in > song > end"],
    }),
    promises: { silentCallerGone: 4 },
  });
  expect((await publish(pbx, playing(await add(2)))).status).toBe(200);
  const refused = await publish(pbx, playing(await add(6)));
  expect(refused.status).toBe(422);
  expect(JSON.stringify(refused.body)).toContain("may be on the line for 6 s, but 4 s are promised");
});
