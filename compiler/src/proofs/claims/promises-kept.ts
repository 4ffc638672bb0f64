import { type Said, said } from "../../words/said.ts";
import { findCall } from "../find-call.ts";
import { trialOf } from "../point.ts";
import { quickestCall } from "../quickest-call.ts";
import { isSilent, longestOf } from "../silence.ts";
import { type TrialCall, timeTrial } from "../trial-call.ts";
import { type ProofFacts, type Provable, some, type Verdict } from "./claim.ts";
import { promiseInstead } from "./promise-instead.ts";
import { provesSilentEnd } from "./silent-calls-end.ts";

/** Of flows that promise it: who presses nothing is off the line in time. */
export const silentCallerGone: Provable = {
  code: "promise-silent-caller-gone",
  title: said`Who presses nothing is off the line as soon as promised`,
  remedy: said`Ask less often, wait less long, or promise less.`,
  prove(facts) {
    const promised = facts.analysis.linked.flow.promises?.silentCallerGone;
    if (promised === undefined) return undefined;
    const who = said`A caller who presses nothing`;
    const verdict = provesSilentEnd(facts, {
      states: facts.ofSilentCallers,
      before: isSilent,
      longest: longestOf(facts.begins.map(facts.silence.from)),
      who,
    });
    if (verdict.verdict === "refuted") return { ...verdict, severity: "error" };
    const { bound } = verdict;
    if (verdict.verdict === "cannot-tell" || bound === undefined) return verdict;
    if (bound.seconds <= promised && bound.open.length === 0) return verdict;
    const call = silentCallLongerThan(promised, facts);
    if (call !== undefined) {
      const { seconds, open } = call;
      const sentence =
        open.length === 0
          ? said`${who} may be on the line for ${seconds} s, but ${promised} s are promised.`
          : said`${who} may be on the line for ${seconds} s, apart from ${some(open)}, but ${promised} s are promised.`;
      const mended = bound.open.length === 0 ? promiseInstead("silentCallerGone", bound.seconds) : {};
      return { verdict: "refuted", severity: "error", sentence, call: call.trial, steps: call.steps, ...mended };
    }
    const sentence = said`${verdict.sentence} Whether it is ever longer than the ${promised} s promised is not known.`;
    return { verdict: "cannot-tell", sentence };
  },
};

/** Of flows that promise it: the quickest way to a person is quick enough. */
export const personReachedInTime: Provable = {
  code: "promise-person-reached",
  title: said`A person can be reached as soon as promised`,
  remedy: said`Bring the transfer nearer to the beginning, say less before it, or promise less.`,
  prove(facts): Verdict | undefined {
    const promised = facts.analysis.linked.flow.promises?.personReached;
    if (promised === undefined) return undefined;
    const persons = [...facts.ofCallers].filter((state) => state.ways.some(({ to }) => to === "transferred"));
    const quickest = quickestCall(
      facts,
      new Set(persons),
      ({ events }) => events.find((one) => one.event === "transferred" && one.ok)?.atMs,
      promised,
    );
    if (quickest === undefined)
      return { verdict: "cannot-tell", sentence: said`No call was found that reaches a person.` };
    const { is, call, seconds, open, step } = quickest;
    if (is === "kept")
      return {
        verdict: "proven",
        sentence: said`Who wants a person can be with one after ${seconds} s; ${promised} s are promised.`,
      };
    if (is === "open") {
      const sentence = said`Who wants a person can be with one after ${seconds} s, apart from ${some(open)}; whether that is within the ${promised} s promised is not known.`;
      return { verdict: "cannot-tell", sentence, steps: [step] };
    }
    const sentence = said`Who wants a person waits for ${seconds} s at least, but ${promised} s are promised.`;
    const mended = open.length === 0 ? promiseInstead("personReached", seconds) : {};
    return { verdict: "refuted", severity: "error", sentence, call, steps: [step], ...mended };
  },
};

interface TimedCall {
  readonly trial: TrialCall;
  readonly seconds: number;
  readonly open: readonly Said[];
  readonly steps: readonly string[];
}

function silentCallLongerThan(
  promised: number,
  { analysis, ofSilentCallers, audioSeconds }: ProofFacts,
): TimedCall | undefined {
  let found: TimedCall | undefined;
  const ends = [...ofSilentCallers].filter((state) => state.ways.some(({ to }) => typeof to === "string"));
  findCall(analysis, {
    states: new Set(ends),
    by: isSilent,
    accept(point) {
      const trial = trialOf(point);
      const { transcript, seconds, open } = timeTrial(trial, analysis.linked, audioSeconds);
      if (transcript.durationMs <= promised * 1000 || point.who !== undefined) return undefined;
      found = { trial, seconds, open, steps: transcript.steps.slice(-1) };
      return point;
    },
  });
  return found;
}
