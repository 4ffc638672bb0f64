import {
  type Alarm,
  check,
  compile,
  conversationOf,
  createAnswerer,
  type EntryKind,
  findStepDefinition,
  type HttpMock,
  inEnglish,
  linkFlow,
  parseCallerScript,
  playHttp,
  printDocument,
  printTranscript,
  simulateFlow,
  simulateProgram,
  stepDefinitions,
} from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { flowAround, leftBy, readCases, type StepCase, stepFolders } from "../support/step-cases.ts";
import { tablesOf } from "../support/tables.ts";

it("every folder of steps is in the registry, and every kind has its folder", () => {
  expect(stepDefinitions.map((one) => one.type).sort()).toEqual(stepFolders());
});

describe.each(stepFolders())("%s", (kind) => {
  it.each(readCases(kind).map((one) => [one.name, one] as const))("%s", (_name, one) => {
    const definition = findStepDefinition(kind);
    const flow = flowAround(kind, one);
    const data = flow.steps[0]?.data;
    expect(definition?.ports(data).map((port) => port.id)).toEqual(one.ports);
    expect(inEnglish(definition?.summary(data) ?? "")).toBe(one.summary);
    const faults = check(flow).diagnostics.filter((found) => found.step === "it");
    expect(faults.map((found) => found.code).sort()).toEqual([...(one.faults ?? [])].sort());
    if (one.ozml !== undefined) expectInOrder(firstDocument(kind, one), one.ozml);
    for (const call of one.calls ?? []) expectCall(kind, one, call);
  });
});

function firstDocument(kind: string, one: StepCase): string {
  const { program } = compile(flowAround(kind, one));
  if (program === undefined) throw new Error("the flow does not compile");
  return printDocument(program, Object.values(program.entries)[0] ?? "");
}

function expectCall(kind: string, one: StepCase, call: NonNullable<StepCase["calls"]>[number]): void {
  const flow = flowAround(kind, one);
  const { program } = compile(flow);
  const script = parseCallerScript(call.caller);
  if (program === undefined || "fault" in script) throw new Error("this call cannot be played");
  const simulated = {
    entry: Object.keys(program.entries)[0] as EntryKind,
    caller: script.script,
    facts: {
      caller: "100",
      dialed: "8000",
      ...(call.seed === undefined ? {} : { seed: call.seed }),
      ...(call.tables === undefined ? {} : { tables: tablesOf(call.tables) }),
      ...(call.hours === undefined ? {} : { hours: call.hours }),
    },
    world: {
      unreachable: call.unreachable ?? [],
      lists: call.lists ?? {},
      http: playHttp((call.http ?? []) as unknown as readonly HttpMock[]),
      // An alarm is written in a case as the PBX tells it, with all its fields.
      ...(call.alarm === undefined ? {} : { alarm: call.alarm as unknown as Alarm }),
    },
    given: call.given ?? {},
    parameters: call.parameters ?? {},
  };
  const made = simulateProgram(createAnswerer(program), simulated).transcript;
  expect(conversationOf(made)).toEqual(conversationOf(simulateFlow(linkFlow(flow).linked, simulated)));
  if (call.told !== undefined) expect(made.told.map((one) => `${one.disposition}: ${one.note}`)).toEqual(call.told);
  const lines = printTranscript(made).replace(/^\d\d:\d\d\.\d {2}/gm, "");
  const inside = findStepDefinition(kind)
    ?.ports(flow.steps[0]?.data)
    .flatMap((port) => (port.body === undefined ? [] : [port.id]));
  const left = one.ports.find((port) => inside?.includes(port) !== true && lines.includes(`"${leftBy(port)}"`)) ?? "";
  expect(left, lines).toBe(call.leaves);
  if (call.shows !== undefined) expectInOrder(lines, call.shows);
}

/** Every expected line stands in the text, one after the other; others may stand between them. */
function expectInOrder(text: string, expected: readonly string[]): void {
  const lines = text.split("\n").map((line) => line.trim());
  let at = 0;
  for (const wanted of expected) {
    const found = lines.indexOf(wanted, at);
    expect(found, `"${wanted}" is missing (or out of order) in\n${text}`).toBeGreaterThanOrEqual(0);
    at = found + 1;
  }
}
