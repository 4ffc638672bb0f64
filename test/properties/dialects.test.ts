import { readdirSync, readFileSync } from "node:fs";
import {
  compile,
  conversationOf,
  createAnswerer,
  type Dialect,
  dialectReadings,
  type EntryKind,
  likelyCallers,
  linkFlow,
  pairwiseDialects,
  readFlowFile,
  recommendedDialect,
  simulateFlow,
  simulateProgram,
} from "@ozflow/compiler";
import { describe, expect, it } from "vitest";

const flowsFolder = new URL("../../flows/", import.meta.url);
const names = readdirSync(flowsFolder).filter((name) => /^[a-z-]+\.json$/.test(name));

/**
 * Readings that no document can make up for. Everything else must come out the same.
 * `failedTransfer`: the manual says that the next command runs (p_7631); a PBX that left the question instead would leave
 * out what an author wants said. The help page of the transfer step says so.
 */
const exceptions: Partial<Dialect> = { failedTransfer: "next-command" };

const dialects = pairwiseDialects().map((dialect) => ({ ...dialect, ...exceptions }));

describe.each(names)("flows/%s", (name) => {
  const read = readFlowFile(readFileSync(new URL(name, flowsFolder), "utf8"));
  if (!("flow" in read)) throw new Error(`${name} is no flow`);
  const { flow } = read;

  it.each(["lean", "branches"] as const)("means the same in every pair of readings (%s)", (trace) => {
    const { program } = compile(flow, { trace });
    if (program === undefined) throw new Error(`${name} does not compile`);
    const answerer = createAnswerer(program);
    const entry = Object.keys(program.entries)[0] as EntryKind;
    for (const dialect of dialects) {
      for (const caller of likelyCallers(flow, 12, 3)) {
        for (const unreachable of [[], ["2000", "2101", "3000", "3100"]]) {
          const call = { entry, caller, dialect, world: { unreachable, maxEvents: 300 } };
          const made = conversationOf(simulateProgram(answerer, call).transcript);
          expect(made, JSON.stringify({ dialect, caller })).toEqual(
            conversationOf(simulateFlow(linkFlow(flow).linked, call)),
          );
        }
      }
    }
  });
});

/** The switches that a compiled document can meet; the others are about commands and omissions it never holds. */
const met = [
  "keyStopsPrompt",
  "partialEntry",
  "shortEntry",
  "timeoutCountsFrom",
  "afterBranch",
  "unmatchedEntry",
  "goToReturns",
  "recordReply",
  "placedCall",
] as const;

/** Every combination of their readings: 512. */
const everyCombination = met.reduce<readonly Dialect[]>(
  (some, key) => some.flatMap((one) => dialectReadings[key].map((reading) => ({ ...one, [key]: reading }))),
  [exceptions],
);

it.each(names)(
  "flows/%s means the same in every combination of the readings it can meet",
  (name) => {
    const read = readFlowFile(readFileSync(new URL(name, flowsFolder), "utf8"));
    const program = "flow" in read ? compile(read.flow).program : undefined;
    if (!("flow" in read) || program === undefined) throw new Error(`${name} does not compile`);
    const answerer = createAnswerer(program);
    const { linked } = linkFlow(read.flow);
    const entry = Object.keys(program.entries)[0] as EntryKind;
    expect(everyCombination).toHaveLength(512);
    for (const dialect of everyCombination) {
      for (const caller of likelyCallers(read.flow, 4, 11)) {
        const call = { entry, caller, dialect, world: { unreachable: ["2101", "3100"], maxEvents: 300 } };
        const made = conversationOf(simulateProgram(answerer, call).transcript);
        expect(made, JSON.stringify({ dialect, caller })).toEqual(conversationOf(simulateFlow(linked, call)));
      }
    }
  },
  120_000,
);

describe("an exception", () => {
  it("is one: where a failed transfer leaves the question, what was to follow it is not heard", () => {
    const read = readFlowFile(readFileSync(new URL("pin-check.json", flowsFolder), "utf8"));
    const program = "flow" in read ? compile(read.flow).program : undefined;
    if (program === undefined) throw new Error("pin-check does not compile");
    const hears = (dialect: Dialect) =>
      JSON.stringify(
        simulateProgram(createAnswerer(program), {
          entry: "incoming-call",
          caller: [
            { does: "press", keys: "1234" },
            { does: "press", keys: "2" },
          ],
          world: { unreachable: ["2000"] },
          dialect,
        }).transcript,
      );
    expect(hears(recommendedDialect)).toContain("All representatives are busy");
    expect(hears({ ...recommendedDialect, failedTransfer: "leaves-question" })).not.toBe(hears(recommendedDialect));
  });
});
