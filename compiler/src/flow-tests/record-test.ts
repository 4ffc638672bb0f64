import { TimedCaller, type TimedDeeds } from "../line/caller.ts";
import { type CallerAction, writeCallerScript } from "../line/caller-script.ts";
import type { Conversation, LineEffect, Reply } from "../line/effects.ts";
import { type HttpMock, playHttp } from "../line/http.ts";
import { ScriptedLine } from "../line/scripted-line.ts";
import type { Transcript } from "../line/transcript.ts";
import { usualCall } from "../proofs/trial-call.ts";
import type { Answerer } from "../runtime/answer.ts";
import { holdsCallOfOurs } from "../simulate/bring-call.ts";
import type { PlayedCall } from "../simulate/play-call.ts";
import { serveProgram } from "../simulate/serve-program.ts";
import { endingOf, transferOf } from "./ending.ts";
import type { Expectations, FlowTest, TestCall } from "./test-file.ts";
import { rowsOfTable } from "./test-table.ts";
import { heardIn } from "./unmet.ts";
import { watchTables } from "./watch-tables.ts";

/** A call of somebody at a dial pad, and the world it was made in. Plain JSON. */
export type CallAtPhone = Omit<PlayedCall, "world"> & {
  readonly mocks: readonly HttpMock[];
  readonly unreachable: readonly string[];
  readonly audioSeconds: Readonly<Record<string, number>>;
};

/** Texts that a test expects at most (test-file.ts). */
const mostTexts = 200;

/**
 * A test of a call that was made: the caller does the same, question by question, and is to hear the same up to `untilMs`
 * of the call. How it ends is expected too when it was heard to its end. A caller who hangs up while nobody asks cannot
 * be written as a script: then only what was heard until then is expected. Of tables it holds the rows that were found.
 */
export function recordTest(answerer: Answerer, call: CallAtPhone, name: string, untilMs: number): FlowTest {
  const { mocks, unreachable, audioSeconds, deeds, ...made } = call;
  const around = { http: playHttp(mocks), unreachable, audioSeconds };
  const { watched, used } = watchTables(call.facts?.tables ?? {});
  const facts = { ...call.facts, tables: watched };
  const { conversation, world } = serveProgram(answerer, { ...made, facts, world: around });
  const line = new ScriptedLine(new TimedCaller(deeds), world);
  const script: CallerAction[] = [];
  const noted = note(conversation, line, deeds, script);
  const transcript = holdsCallOfOurs(call.entry) ? line.run(noted) : line.follow(noted);
  while (script.at(-1)?.does === "nothing") script.pop();
  const found = { ...call, facts: { ...call.facts, tables: used() } };
  return { name, call: callOf(found, writeCallerScript(script)), expect: expectedOf(transcript, untilMs, script) };
}

/** The conversation itself; what the caller does about each question and recording is written down. */
function* note(
  conversation: Conversation,
  line: ScriptedLine,
  deeds: TimedDeeds,
  script: CallerAction[],
): Conversation {
  let askedMs = 0;
  let effect: LineEffect | undefined;
  let isOpen = false;
  try {
    for (let next = conversation.next(); !next.done; ) {
      effect = next.value;
      const beganMs = line.transcript.durationMs;
      if (effect.effect === "question") {
        [askedMs, isOpen] = [beganMs, true];
        script.push({ does: "nothing" });
      }
      if (effect.effect === "record") askedMs = beganMs;
      const reply: Reply = yield effect;
      const nowMs = line.transcript.durationMs;
      if (effect.effect === "record") script.push(talked(reply, deeds, nowMs));
      else if (isOpen && listens(effect) && reply.keys !== "") {
        // To the next tenth: whoever presses a little later hears no less.
        const early = effect.effect === "await-key" ? {} : { atSeconds: Math.ceil((nowMs - askedMs) / 100) / 10 };
        const last = script.pop();
        if (last?.does === "press") script.push({ ...last, keys: last.keys + reply.keys });
        else script.push({ does: "press", keys: reply.keys, ...early });
      } else if (isOpen && !listens(effect)) isOpen = effect.effect === "question" || !isHeard(effect);
      next = conversation.next(reply);
    }
  } finally {
    // Whoever hangs up closes the conversation from outside, in the middle of an effect.
    const leaves = deeds.leavesAtMs !== undefined && deeds.leavesAtMs <= line.transcript.durationMs;
    const action = { does: "hang-up", atSeconds: ((deeds.leavesAtMs ?? 0) - askedMs) / 1000 } as const;
    if (leaves && effect?.effect === "record") script.push(action);
    else if (leaves && effect !== undefined && isOpen && listens(effect) && script.at(-1)?.does === "nothing") {
      script.pop();
      script.push(action);
    }
    conversation.return();
  }
}

/** Part of a question: keys pressed meanwhile are its entry. */
function listens(effect: LineEffect): boolean {
  return effect.effect === "await-key" || ("stopOnKey" in effect && effect.stopOnKey !== undefined);
}

function isHeard({ effect }: LineEffect): boolean {
  return effect === "speak" || effect === "play" || effect === "beep" || effect === "pause";
}

function talked({ seconds = 0 }: Reply, { keys }: TimedDeeds, nowMs: number): CallerAction {
  const ending = keys.find(({ atMs }) => atMs === nowMs);
  return ending === undefined ? { does: "talk", seconds: 5 } : { does: "talk", seconds, thenPress: ending.key };
}

function callOf(call: CallAtPhone, caller: string): TestCall {
  const { entry, facts = {}, given = {}, parameters = {}, dialect = {}, mocks, unreachable, audioSeconds } = call;
  const unusual = (value: string | undefined, usual: string) => value !== undefined && value !== usual;
  const some = (object: object) => Object.keys(object).length > 0;
  return {
    entry,
    caller,
    ...(unusual(facts.caller, usualCall.caller) ? { from: facts.caller } : {}),
    ...(unusual(facts.dialed, usualCall.dialed) ? { to: facts.dialed } : {}),
    ...(unusual(facts.began, usualCall.began) ? { began: facts.began } : {}),
    ...(unusual(facts.seed, usualCall.seed) ? { seed: facts.seed } : {}),
    ...(some(facts.hours ?? {}) ? { calendars: { ...facts.hours } } : {}),
    ...(some(facts.tables ?? {})
      ? {
          tables: Object.fromEntries(Object.entries(facts.tables ?? {}).map(([id, table]) => [id, rowsOfTable(table)])),
        }
      : {}),
    ...(some(given) ? { given: { ...given } } : {}),
    ...(some(parameters) ? { parameters: { ...parameters } } : {}),
    ...(some(dialect) ? { dialect } : {}),
    ...(mocks.length > 0 ? { http: mocks } : {}),
    ...(unreachable.length > 0 ? { unreachable: [...unreachable] } : {}),
    ...(some(audioSeconds) ? { audioSeconds: { ...audioSeconds } } : {}),
  };
}

function expectedOf(transcript: Transcript, untilMs: number, script: readonly CallerAction[]): Expectations {
  const events = transcript.events.filter(({ atMs }) => atMs <= untilMs);
  const hears = heardIn({ ...transcript, events })
    .filter((text) => text.trim() !== "")
    .slice(0, mostTexts);
  const ends = endingOf(transcript);
  const isWhole = untilMs >= transcript.durationMs && (ends !== "caller-hung-up" || script.at(-1)?.does === "hang-up");
  const target = transferOf(transcript);
  return {
    ...(hears.length === 0 && isWhole ? {} : { hears }),
    ...(isWhole ? { ends } : {}),
    ...(isWhole && target !== undefined ? { transferredTo: target } : {}),
  };
}
