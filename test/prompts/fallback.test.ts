import { compile, createAnswerer, type Fallback, type Flow, readFlow, readOzml, writeFlow } from "@ozflow/compiler";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { greeting } from "../support/call-flows.ts";
import { wav } from "../support/sound.ts";
import { notify } from "../support/stranger.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const withFallback = (fallback: Fallback): Flow => ({ ...greeting, fallback });

function documentOf(fallback: Fallback, promptAddress?: (id: string) => string): string {
  const { program } = compile(withFallback(fallback));
  if (program === undefined) throw new Error("the flow is sound");
  return createAnswerer(program).fallback(promptAddress === undefined ? {} : { promptAddress }) ?? "";
}

const commandsIn = (xml: string) =>
  readOzml(xml).root?.children.map(({ name, attributes, text }) => [name, ...attributes.map((one) => one.value), text]);

describe("what callers of a flow hear when it fails is the flow's own setting", () => {
  test("words in a language, and somebody who takes over", () => {
    const xml = documentOf({ prompt: { say: "Sorry & {goodbye} $x", language: "en-UK" }, transferTo: "2000" });
    expect(commandsIn(xml)).toEqual([
      ["Speak", "en-UK", "Sorry & {goodbye} $x"],
      ["BlindTransfer", "2000"],
      ["Hangup", ""],
    ]);
  });

  test("in each language of the flow, one after the other", () => {
    const { program } = compile({
      ...withFallback({
        prompt: { say: "Sorry." },
        translations: {
          fr: { say: "Pardon." },
          "es-ES": { say: "Perdón.", language: "es-MX" },
          de: { play: "de.wav" },
        },
        transferTo: "2000",
      }),
      languages: ["en-US", "de", "es-ES"],
    });
    expect(commandsIn((program && createAnswerer(program).fallback()) ?? "")).toEqual([
      ["Speak", "en-US", "Sorry."],
      ["Play", "de.wav"],
      ["Speak", "es-MX", "Perdón."],
      ["BlindTransfer", "2000"],
      ["Hangup", ""],
    ]);
  });

  test("a sound of the library", () => {
    const xml = documentOf({ prompt: { play: "prompt:abc" } }, (id) => `http://h/${id}`);
    expect(commandsIn(xml)).toEqual([
      ["Play", "http://h/abc"],
      ["Hangup", ""],
    ]);
  });

  test("nothing of its own: the server's", () => {
    const { program } = compile(greeting);
    expect(program && createAnswerer(program).fallback()).toBeUndefined();
  });

  test("it is kept in the flow file, and a number that nobody can dial is refused", () => {
    const flow = withFallback({ prompt: { say: "Sorry." }, transferTo: "2000" });
    expect(readFlow(JSON.parse(writeFlow(flow)))).toMatchObject({ flow: { fallback: flow.fallback } });
    const refused = readFlow({ ...flow, fallback: { prompt: { say: "Sorry." }, transferTo: "the boss" } });
    expect(refused).toMatchObject({
      diagnostics: [{ message: expect.stringContaining("write a number or an extension") }],
    });
  });
});

describe("on the line", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ APOLOGY: "The server's own words." });
  });
  afterAll(() => server.stop());

  test("a callback that cannot be answered gets the flow's own words, before its first call too", async () => {
    const { callbackUrl } = await server.publish(withFallback({ prompt: { say: "Sorry from the flow." } }));
    const lost = `${callbackUrl}/1/hello?s=nobody&t=1`;
    expect((await notify(lost, {})).spoken).toEqual(["Sorry from the flow."]);
    await notify(callbackUrl, {});
    expect((await notify(lost, {})).spoken).toEqual(["Sorry from the flow."]);
    expect((await notify(`${server.url}/c/unknown-flow`, {})).spoken).toEqual(["The server's own words."]);
  });

  test("the sound in it is served, and counts as used", async () => {
    const prompt = (await server.send("POST", "/prompts?name=sorry", wav())).body;
    const { id, callbackUrl } = await server.publish(withFallback({ prompt: { play: `prompt:${prompt.id}` } }));
    expect((await notify(`${callbackUrl}/1/x?s=nobody&t=1`, {})).xml).toContain(prompt.address);
    const refused = await server.api("DELETE", `/prompts/${prompt.id}`);
    expect(refused.body.error.usedBy).toEqual([{ id, name: "Greeting" }]);
  });
});
