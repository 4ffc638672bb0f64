import { noCallFacts } from "../expressions/expressions.ts";
import type { KeyPress } from "../line/caller.ts";
import type { Answerer } from "../runtime/answer.ts";
import { simulateProgram } from "../simulate/simulate-program.ts";
import { simulatedCall } from "./play-test.ts";
import type { CallAtPhone } from "./record-test.ts";
import type { TestCall } from "./test-file.ts";

/** The call of a test as somebody at a dial pad would make it, to be listened to and gone on with from any moment. */
export function callOfTest(answerer: Answerer, test: TestCall): CallAtPhone {
  const { entry, facts, given = {}, parameters = {}, dialect = {}, ...call } = simulatedCall(test, answerer);
  const { transcript } = simulateProgram(answerer, {
    entry,
    ...(facts ? { facts } : {}),
    given,
    parameters,
    dialect,
    ...call,
  });
  const keys = transcript.events.flatMap((one): readonly KeyPress[] => {
    if (one.event === "pressed") return [...one.keys].map((key) => ({ key, atMs: one.atMs }));
    // A recording that ends by a key ends by this one; where it does not, nobody listens to it.
    return one.event === "recorded" ? [{ key: "#", atMs: one.atMs }] : [];
  });
  const left = transcript.events.find((one) => one.event === "hung-up" && one.by === "caller");
  return {
    entry,
    facts: { ...noCallFacts, ...facts },
    given,
    parameters,
    dialect,
    deeds: { keys, ...(left === undefined ? {} : { leavesAtMs: left.atMs }) },
    mocks: test.http ?? [],
    unreachable: test.unreachable ?? [],
    audioSeconds: test.audioSeconds ?? {},
  };
}
