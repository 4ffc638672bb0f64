import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
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
