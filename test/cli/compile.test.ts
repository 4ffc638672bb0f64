import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { faultsInOzml } from "../support/ozml-check.ts";
import { openWorkplace, ozflow, type Workplace } from "./ozflow.ts";

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.remove());

/** Says the same for ever: a loop needs a second document, however often it is written out. */
const music = flow({
  steps: { in: "incoming-call", hello: ["say", { say: "Please hold." }], tune: ["play", { play: "tune.wav" }] },
  edges: ["in > hello > tune > hello"],
});

it("writes the documents, linked to each other below the address they will be found at", async () => {
  const out = join(workplace.folder, "deep/inside");
  const path = await workplace.write("music.json", music);
  const { exitCode, stdout } = await ozflow("compile", path, "--out", out, "--base-url", "http://host/calls/");
  expect(exitCode).toBe(0);
  expect(stdout.split("\n")).toEqual([
    "2 of 2 documents are files any web server can host.",
    expect.stringMatching(/^Callbacks in a call: \d+ at best, \d+ at worst, [\d.]+ on average; one for each question/),
    "",
  ]);
  const files = (await readdir(out)).filter((file) => file.endsWith(".ozml"));
  const texts = await Promise.all(files.map((file) => readFile(join(out, file), "utf8")));
  const links = texts.flatMap((text) => text.match(/http:\/\/[^<"]*/g) ?? []);
  expect(new Set(links)).toEqual(new Set(["http://host/calls/hello.ozml"]));
  expect(files.sort()).toEqual(["hello.ozml", "in.ozml"]);
  for (const text of texts) expect(faultsInOzml(text)).toEqual([]);
});

it("says which documents need the server and which steps are the reason", async () => {
  const out = join(workplace.folder, "pin-check");
  const { exitCode, stdout } = await ozflow("compile", "flows/pin-check.json", "--out", out, "--partial");
  const manifest = JSON.parse(await readFile(join(out, "manifest.json"), "utf8"));
  const live = Object.keys(manifest.live).length;
  expect(exitCode).toBe(0);
  expect(stdout.split("\n")).toEqual([
    `${manifest.files.length} of ${manifest.files.length + live} documents are files any web server can host.`,
    "The others are made for each call by the OzFlow server, because of: ask-pin, tell-balance.",
    expect.stringContaining("Callbacks in a call"),
    "",
  ]);
  expect(manifest).toMatchObject({ name: "PIN check", entries: { "incoming-call": "call.ozml" } });
  const written = (await readdir(out)).filter((file) => file.endsWith(".ozml"));
  expect(written.sort()).toEqual(manifest.files);
  expect(manifest.live["ask-pin.entry-1"]).toContain("ask-pin");
});

it("prints its manifest as JSON", async () => {
  const out = join(workplace.folder, "as-json");
  const { stdout } = await ozflow("compile", await workplace.write("music.json", music), "--out", out, "--json");
  const { measures, ...manifest } = JSON.parse(stdout);
  expect(manifest).toEqual({
    name: "Sketch",
    entries: { "incoming-call": "in.ozml" },
    files: ["hello.ozml", "in.ozml"],
    live: {},
    diagnostics: [],
  });
  expect(measures).toMatchObject({ documents: 2, staticShare: 1, callbacks: { best: expect.any(Number) } });
});

it("keeps what needs the server out of the folder unless it is asked for, and clears what an earlier export left", async () => {
  const out = join(workplace.folder, "again");
  await ozflow("compile", await workplace.write("music.json", music), "--out", out);
  const { exitCode, stdout } = await ozflow("compile", "flows/pin-check.json", "--out", out);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("no documents were written; add --partial");
  expect((await readdir(out)).sort()).toEqual(["HOSTING.txt", "manifest.json", "program.json"]);
});

it("refuses a folder that is a file", async () => {
  const { exitCode, stderr } = await ozflow("compile", "flows/call-connected.json", "--out", "package.json");
  expect({ exitCode, stderr }).toEqual({
    exitCode: 1,
    stderr: "package.json is a file: name a folder for the documents.\n",
  });
});

it("writes nothing of a flow with errors", async () => {
  const path = await workplace.write("empty.json", flow({ steps: {} }));
  const out = join(workplace.folder, "nothing");
  const { exitCode, stdout, stderr } = await ozflow("compile", path, "--out", out);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr).toBe(
    `${path} has errors:\nerror   No call gets in: begin the flow with an incoming or an outgoing call. (entry-required)\n`,
  );
  expect(await readdir(workplace.folder)).not.toContain("nothing");
});
