import { isDeepStrictEqual } from "node:util";
import {
  compile,
  conversationOf,
  createAnswerer,
  type Dialect,
  dialectReadings,
  exportStatic,
  type Flow,
  importOzml,
  type OzmlFile,
  printTranscript,
  readFlow,
  runCall,
  ScriptedLine,
  simulateProgram,
  type Transcript,
  type World,
  writeCallerScript,
} from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomCaller, randomFlow, randomWorld } from "../support/random-flow.ts";
import { folder, randomFiles, readingsLeftOpen, serve } from "./random-ozml.ts";

const runs = Number(process.env["OZFLOW_RUNS"] ?? 1000);
const seed = Number(process.env["OZFLOW_SEED"] ?? 20261124);

/** Every other reading: none of these files leaves it open what happens under it. */
const randomDialect: fc.Arbitrary<Dialect> = fc
  .record(
    Object.fromEntries(
      Object.entries(dialectReadings).map(([key, values]) => [key, fc.constantFrom<unknown>(...values)]),
    ),
  )
  // `fromEntries` forgets which reading belongs to which key.
  .map((chosen) => ({ ...(chosen as Dialect), ...readingsLeftOpen }));

const facts = { caller: "100", dialed: "8000" };

/** The call as the PBX runs it with the files themselves. */
function callWithFiles(
  files: readonly OzmlFile[],
  caller: Parameters<typeof writeCallerScript>[0],
  world: World,
  dialect: Dialect,
) {
  const line = new ScriptedLine(caller, { ...world, fetch: serve(files) });
  const url = folder + (files[0]?.name ?? "");
  return line.run(runCall({ notification: "IncomingCall", url, callId: "call-1", ...facts }, { dialect }));
}

describe("OzML that was imported", () => {
  it(
    "makes the conversation that the files themselves make",
    () => {
      let compared = 0;
      fc.assert(
        fc.property(randomFiles, randomCaller, randomWorld, randomDialect, (files, caller, world, dialect) => {
          const { flow } = importOzml(files);
          expect("flow" in readFlow(flow)).toBe(true);
          const { program } = compile(flow);
          if (program === undefined) return;
          compared += 1;
          const fetch = serve(files);
          // Documents need not say which language the phone system speaks; it speaks the same in both.
          const spoken = languageOf(flow);
          const meant = callWithFiles(files, caller, { ...world, ...spoken }, dialect);
          const made = simulateProgram(createAnswerer(program), {
            entry: "incoming-call",
            caller,
            facts,
            dialect,
            world: { ...world, ...spoken, fetch },
          }).transcript;
          expectSame(
            meant,
            made,
            () =>
              `${writeCallerScript(caller)}\n${JSON.stringify(dialect)}\n${files.map((one) => one.text).join("\n")}\n${show(flow)}`,
          );
        }),
        { numRuns: runs, seed },
      );
      expect(compared).toBeGreaterThan(runs / 2);
    },
    24 * 3_600_000,
  );

  it(
    "makes the conversation of the flow it was compiled from",
    () => {
      let compared = 0;
      fc.assert(
        fc.property(randomFlow(5), randomCaller, randomWorld, (flow, caller, world) => {
          const { program } = compile(flow);
          const entry = program?.entries["incoming-call"];
          if (program === undefined || entry === undefined) return;
          const { files, live } = exportStatic(program, folder.replace(/\/$/, ""));
          if (live.size > 0) return;
          const ordered = [...files].sort(([a], [b]) => Number(b === `${entry}.ozml`) - Number(a === `${entry}.ozml`));
          const imported = importOzml(ordered.map(([name, text]) => ({ name, text, url: folder + name })));
          const again = compile(imported.flow).program;
          if (again === undefined) return;
          compared += 1;
          // What stays OzML of its own asks the web server that the files lie on.
          const fetch = serve([...files].map(([name, text]) => ({ name, text })));
          const call = {
            entry: "incoming-call" as const,
            caller,
            facts,
            world: { ...world, ...languageOf(flow), fetch },
          };
          const meant = simulateProgram(createAnswerer(program), call).transcript;
          const made = simulateProgram(createAnswerer(again), call).transcript;
          expectSame(meant, made, () => `${[...files.values()].join("\n")}\n${show(imported.flow)}`);
        }),
        { numRuns: runs, seed },
      );
      expect(compared).toBeGreaterThan(runs / 20);
    },
    24 * 3_600_000,
  );
});

function languageOf({ languages: [language] }: Flow): World {
  return language === undefined ? {} : { language };
}

function expectSame(meant: Transcript, made: Transcript, about: () => string): void {
  if (isSame(conversationOf(meant) as readonly Shown[], conversationOf(made) as readonly Shown[])) return;
  throw new Error(`MEANT\n${printTranscript(meant)}\nMADE\n${printTranscript(made)}\n---\n${about()}`);
}

/** An event, with the conversation of a call that was placed. */
interface Shown {
  readonly event: string;
  readonly by?: string;
  readonly callee?: readonly Shown[];
}

/** A call that never ends is cut off by what was counted on the way, which faults count in too; so is one that it places. */
function isSame(a: readonly Shown[], b: readonly Shown[]): boolean {
  const isCut = [...a, ...b].some(({ event, by }) => event === "hung-up" && by === "limit");
  const length = isCut ? Math.min(a.length, b.length) - 1 : Math.max(a.length, b.length);
  return Array.from({ length }, (_, at) => [a[at], b[at]] as const).every(([one, other]) => {
    const [{ callee: mine = [], ...own } = {}, { callee: theirs = [], ...others } = {}] = [one, other];
    return isDeepStrictEqual(own, others) && isSame(mine, theirs);
  });
}

function show({ steps, edges }: Flow): string {
  return JSON.stringify(
    {
      steps: steps.map(({ id, data }) => [id, data]),
      edges: edges.map((one) => `${one.from}.${one.port} > ${one.to}`),
    },
    null,
    1,
  );
}
