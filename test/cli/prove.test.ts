import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { mp3, wav } from "../support/sound.ts";
import { openWorkplace, ozflow, type Workplace } from "./ozflow.ts";

const crm = "http://crm.example/who's calling";

/** Whoever is called and presses 1 hears music for ever, once the web server has said yes. */
const endless = flow({
  steps: {
    in: "incoming-call",
    ask: ["http-request", { url: crm }],
    dial: ["place-call", { number: "102" }],
    menu: "menu",
    theirs: "menu",
    music: "say",
  },
  edges: ["in > ask.success > dial > menu", "dial.answered > theirs.1 > music > music"],
});

describe("proofs on the command line", () => {
  let work: Workplace;
  beforeAll(async () => {
    work = await openWorkplace();
  });
  afterAll(() => work.remove());

  it("are printed with their numbers", async () => {
    const { exitCode, stdout, stderr } = await ozflow("prove", "flows/pin-check.json");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain("proven   Who presses nothing gets off the line\n");
    expect(stdout).toContain("A caller who presses nothing is off the line within 40 s and 4 steps.\n");
  });

  it("name the call that refutes", async () => {
    const { exitCode, stdout } = await ozflow("prove", await work.write("endless.json", endless));
    expect(exitCode).toBe(1);
    expect(stdout).toContain("REFUTED  Every call ends once the caller presses nothing more\n");
    expect(stdout).toContain("ozflow run ");
  });

  it("give the command that plays it, and it does", async () => {
    const path = await work.write("endless.json", endless);
    const { claims } = JSON.parse((await ozflow("prove", path, "--json")).stdout);
    const every = claims.find((one: { code: string }) => one.code === "every-path-ends");
    expect(every).toMatchObject({ verdict: "refuted", steps: ["music"] });
    expect(every.command).toContain("--callee '102=1'");
    expect(await shell(every.command)).toContain("call cut off: it would never have ended");
  });

  it("say so when the flow has errors", async () => {
    const path = await work.write(
      "faulty.json",
      flow({ steps: { in: "incoming-call", desk: "transfer" }, edges: ["in > desk"] }),
    );
    const { exitCode, stderr } = await ozflow("prove", path);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("what is faulty was left out");
  });
});

/** What a POSIX shell makes of the printed line. */
async function shell(line: string): Promise<string> {
  const words = [...line.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? "") : quoted.replaceAll("'\\''", "'"),
  );
  return (await ozflow(...words.slice(1))).stdout;
}

it("how long sounds are is read from a folder; whom one can dial, from a list", async () => {
  const work = await openWorkplace();
  const path = await work.write(
    "song.json",
    flow({
      steps: {
        in: "incoming-call",
        song: ["play", { play: "prompt:song" }],
        rock: ["play", { play: "old/rock.wav" }],
        desk: ["transfer", { target: "2010" }],
        end: "hang-up",
      },
      edges: ["in > song > rock > desk.failed > end"],
    }),
  );
  await mkdir(join(work.folder, "sounds", "old"), { recursive: true });
  await writeFile(join(work.folder, "sounds", "song.mp3"), mp3(100));
  await writeFile(join(work.folder, "sounds", "old", "rock.wav"), wav({ seconds: 2 }));
  const sounds = ["--sounds", join(work.folder, "sounds")];
  expect((await ozflow("prove", path, ...sounds)).stdout).toContain("is off the line within 5 s and 5 steps.");
  expect((await ozflow("prove", path)).stdout).toContain(
    'within 0 s and 5 steps, apart from the length of "old/rock.wav" and the length of "prompt:song".',
  );
  await writeFile(join(work.folder, "extensions.txt"), "2000\r\n2011\n\n");
  const { exitCode, stdout } = await ozflow("check", path, "--extensions", join(work.folder, "extensions.txt"));
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining("2000 is the nearest") });
  await writeFile(join(work.folder, "sounds", "none.wav"), "no sound");
  expect((await ozflow("prove", path, ...sounds)).stderr).toContain("none.wav is no WAV or MP3 file");
  await work.remove();
});
