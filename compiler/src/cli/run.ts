import { Command } from "commander";
import { noCallFacts } from "../expressions/expressions.ts";
import { httpMocks } from "../http/mocks.ts";
import { type CallerScript, parseCallerScript } from "../line/caller-script.ts";
import { type HttpMock, playHttp } from "../line/http.ts";
import { printTranscript } from "../line/transcript.ts";
import { linkFlow } from "../phases/1-parse/link-flow.ts";
import { type HoursState, hoursStates } from "../resources/hours.ts";
import { createAnswerer } from "../runtime/answer.ts";
import { simulateFlow } from "../simulate/simulate-flow.ts";
import { simulateProgram } from "../simulate/simulate-program.ts";
import type { EntryKind } from "../steps/definition.ts";
import { CommandError, command, flowOf, type LibraryOption, libraryOption, printJson, programOf } from "./flow-file.ts";
import { readJson, readJsonFile } from "./json-file.ts";
import { type KnownOptions, knownBy, soundsOption } from "./known-options.ts";
import { tablesOf } from "./table-options.ts";

interface Options extends LibraryOption, KnownOptions {
  readonly caller: string;
  readonly entry?: string;
  readonly from: string;
  readonly to: string;
  readonly began: string;
  readonly seed: string;
  readonly hours: readonly string[];
  readonly table: readonly string[];
  readonly anyRow: readonly string[];
  readonly unreachable: string;
  readonly given: readonly string[];
  readonly callee: readonly string[];
  readonly http?: string;
  readonly json?: true;
}

export const runCommand = new Command("run")
  .description("Play a call through the compiled documents and print what happens")
  .argument("<flow>", "a flow file")
  .option(...libraryOption)
  .option("--caller <script>", 'what the caller does: "1,timeout,1234#,talk 5,hangup"', "")
  .option("--entry <kind>", "incoming-call or outgoing-call; the flow's only one when left out")
  .option("--from <number>", "the caller's number", "100")
  .option("--to <number>", "the number that was dialled", "8000")
  .option("--began <time>", "when the call begins, as 2026-12-24T18:00:00Z", noCallFacts.began)
  .option("--seed <text>", "what chance is made of; another seed, another luck", noCallFacts.seed)
  .option("--table <table=file>", "a CSV file, or its rows as JSON, as one of the tables; may be repeated", collect, [])
  .option("--any-row <table=row>", "a row that is found whatever is looked for, as JSON; may be repeated", collect, [])
  .option("--hours <calendar=state>", "what a calendar says: open, closed or holiday; may be repeated", collect, [])
  .option("--unreachable <numbers>", "numbers that do not answer, with commas between", "")
  .option("--given <name=value>", "a value given with the call; may be repeated", collect, [])
  .option(...soundsOption)
  .option("--callee <number=script>", "what somebody does whom the flow calls; may be repeated", collect, [])
  .option(
    "--http <answers>",
    'what web servers answer, a JSON file or the list itself: [{ "url": "https://crm.example.com/*", "body": {} }]',
  )
  .option("--json", "print the transcript and its callbacks as JSON")
  .action(
    command(async (path: string, options: Options) => {
      const flow = await flowOf(path, options);
      const program = await programOf(path, options);
      const caller = script(options.caller);
      const entries = Object.keys(program.entries) as EntryKind[];
      const entry = entries.find((one) => options.entry === undefined || one === options.entry);
      if (entry === undefined)
        throw new CommandError(`The flow begins with ${entries.join(" or ")}, not with ${options.entry}.`);
      const http = options.http === undefined ? {} : { http: playHttp(await answersIn(options.http)) };
      const call = {
        entry,
        caller,
        facts: {
          caller: options.from,
          dialed: options.to,
          began: instant(options.began),
          seed: options.seed,
          hours: Object.fromEntries(options.hours.map(stateOf)),
          tables: await tablesOf(
            options.table.map((one) => pair(one, "--table", "customers=customers.csv")),
            options.anyRow.map((one) => pair(one, "--any-row", 'customers={"name":"Ann"}')),
          ),
        },
        given: Object.fromEntries(options.given.map((one) => pair(one, "--given", "date=Monday"))),
        world: {
          unreachable: options.unreachable
            .split(",")
            .map((number) => number.trim())
            .filter(Boolean),
          callees: Object.fromEntries(
            options.callee.map((one) => {
              const [number, keys] = pair(one, "--callee", "102=1,hangup");
              return [number, script(keys)];
            }),
          ),
          audioSeconds: (await knownBy(options)).audioSeconds,
          ...http,
        },
      };
      const { transcript, callbacks } = simulateProgram(createAnswerer(program), call);
      if (options.json) {
        printJson({
          ...transcript,
          // Documents know their tags, not the steps; the flow itself makes the same conversation.
          steps: simulateFlow(linkFlow(flow).linked, call).steps,
          callbacks: callbacks.map(({ document, notification }) => ({ document, notification })),
        });
        return;
      }
      console.log(printTranscript(transcript));
      console.log(
        `\n${callbacks.length} ${callbacks.length === 1 ? "callback" : "callbacks"}: ${callbacks.map((one) => one.document).join(", ")}`,
      );
    }),
  );

function instant(time: string): string {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) {
    throw new CommandError(`--began needs a point in time, such as 2026-12-24T18:00:00Z; "${time}" is none.`);
  }
  return at.toISOString();
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function pair(text: string, option: string, example: string): [string, string] {
  const at = text.indexOf("=");
  if (at < 1)
    throw new CommandError(`${option} needs a name and a value, such as "${example}"; "${text}" is not that.`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function stateOf(text: string): [string, HoursState] {
  const [calendar, said] = pair(text, "--hours", "office=closed");
  const state = hoursStates.find((one) => one === said);
  if (state !== undefined) return [calendar, state];
  throw new CommandError(`A calendar says ${hoursStates.join(", ")}; "${said}" is none of them.`);
}

function script(source: string): CallerScript {
  const parsed = parseCallerScript(source);
  if ("fault" in parsed) throw new CommandError(parsed.fault.message);
  return parsed.script;
}

async function answersIn(given: string): Promise<readonly HttpMock[]> {
  return given.trimStart().startsWith("[") ? readJson(given, httpMocks, "--http") : readJsonFile(given, httpMocks);
}
