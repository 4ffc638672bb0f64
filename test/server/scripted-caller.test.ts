import { parseCallerScript } from "@ozflow/compiler";
import { expect, test } from "vitest";
import { ScriptedCaller } from "../../server/src/pbx/virtual/scripted-caller.ts";
import { ManualClock, settled } from "../support/clocks.ts";

function caller(source: string, speed: number) {
  const parsed = parseCallerScript(source);
  if ("fault" in parsed) throw new Error(parsed.fault.message);
  const clock = new ManualClock();
  const told: string[] = [];
  const line = new ScriptedCaller({
    script: parsed.script,
    speed,
    clock,
    isReachable: (number) => number !== "199",
    tell: (event) => told.push(event.event),
  });
  return { clock, line, told };
}

const word = { effect: "speak", text: "hello" } as const; // half a second

test("in real time each thing happens when its time has come", async () => {
  const { clock, line, told } = caller("1", 1);
  const spoken = line.handle(word);
  await settled();
  expect(told).toEqual(["heard"]);
  await clock.pass(0.5);
  await spoken;
  await line.handle({ effect: "question" });
  const answered = line.handle({ effect: "await-key", seconds: 5 });
  await clock.pass(0.9);
  expect(told).toEqual(["heard"]);
  await clock.pass(0.1);
  expect(await answered).toMatchObject({ keys: "1" });
  expect(told).toEqual(["heard", "pressed"]);
});

test("at speed 0 nothing is waited for", async () => {
  const { line, told } = caller("timeout", 0);
  await line.handle(word);
  await line.handle({ effect: "question" });
  await line.handle({ effect: "await-key", seconds: 3600 });
  expect(told).toEqual(["heard", "said-nothing"]);
});

test("hanging up interrupts what goes on", async () => {
  const { line, told } = caller("", 1);
  const spoken = line.handle(word);
  await settled();
  line.hangUp("caller");
  await spoken;
  expect(told).toEqual(["heard", "hung-up"]);
  expect(line.isOver).toBe(true);
});

test("busy numbers are not reached", async () => {
  const { line } = caller("", 0);
  expect(await line.handle({ effect: "transfer", target: "199" })).toMatchObject({ ok: false });
  expect(await line.handle({ effect: "transfer", target: "2000" })).toMatchObject({ ok: true });
});
