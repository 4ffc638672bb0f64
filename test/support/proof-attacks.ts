import {
  type Answerer,
  type CallerAction,
  type EntryKind,
  type Flow,
  findStepDefinition,
  printTranscript,
  type SimulatedCall,
  simulateFlow,
  simulateProgram,
  type Transcript,
  writeCallerScript,
  writeFlow,
} from "@ozflow/compiler";
import type { Analysis } from "../../compiler/src/phases/2-analyse/analyse.ts";
import type { Claim } from "../../compiler/src/proofs/claims/claim.ts";
import { statesOf } from "../../compiler/src/proofs/states.ts";
import { neverEnds, simulated } from "../../compiler/src/proofs/trial-call.ts";

/** Says nothing, at questions and at recordings alike, until the longest call is over. */
export const silence: readonly CallerAction[] = Array.from({ length: 400 }, () => ({ does: "talk", seconds: 0 }));

/** What is proven of a call; what is not is absent. */
export interface Proven {
  readonly ends: Claim | undefined;
  /** That it does not go round without asking. */
  readonly asks: Claim | undefined;
  readonly isSilent: boolean;
}

/** Events in which a call that goes round has come round. */
const rounds = 600;

/** What comes to a call of our extension; undefined: the flow begins with something else. */
export function callEntryOf(flow: Flow): EntryKind | undefined {
  const kinds = flow.steps.map((step) => findStepDefinition(step.type)?.entry);
  return kinds.find((kind) => kind === "incoming-call" || kind === "outgoing-call");
}

/** One flow under attack. Each method throws, with all that is needed to see why, when a proof does not hold. */
export class Attack {
  private readonly flow: Flow;
  private readonly analysis: Analysis;
  private readonly answerer: Answerer;
  /** Steps that some state is at. */
  private readonly known: ReadonlySet<string>;

  constructor(flow: Flow, analysis: Analysis, answerer: Answerer) {
    [this.flow, this.analysis, this.answerer] = [flow, analysis, answerer];
    this.known = new Set(statesOf(analysis).states.map(({ instruction }) => instruction.step));
  }

  /** The call that refutes the claim does so: on the machine, from the compiled documents. */
  refutes({ code, call, sentence, steps = [] }: Claim): void {
    if (call === undefined) return;
    const made = simulated(call);
    const { transcript } = simulateProgram(this.answerer, made);
    const isShown = code === "person-reachable" ? this.reachesNobody(made, steps) : neverEnds(transcript);
    if (!isShown) this.fail(`this call does not show that: ${sentence.message}`, made, transcript);
  }

  /** Plays the call; it keeps to all that is proven of it. */
  plays(call: SimulatedCall, { ends, asks, isSilent }: Proven): void {
    const { transcript } = simulateProgram(this.answerer, call);
    const meant = this.meant(call);
    const fail = (what: string) => this.fail(what, call, transcript);
    const own = meant.steps.filter((step) => this.isOutside(step));
    const strange = own.find((step) => !this.known.has(step));
    if (strange !== undefined) fail(`no state is at ${strange}`);

    const last = transcript.events.slice(-rounds);
    const isAsked = last.some(({ event }) => ["pressed", "said-nothing", "recorded"].includes(event));
    if (asks !== undefined && last.length === rounds && !isAsked)
      fail(`nobody is asked any more, but: ${asks.sentence.message}`);

    if (ends === undefined) return;
    if (neverEnds(transcript)) fail(`this call has no end, but: ${ends.sentence.message}`);
    const { bound } = ends;
    if (bound === undefined || bound.open.length > 0) return;
    const acts = transcript.events.filter(({ event }) => event === "pressed" || event === "recorded");
    const lastMs = isSilent ? 0 : Math.max(0, ...acts.map(({ atMs }) => atMs));
    const leftMs = transcript.durationMs - lastMs;
    if (leftMs > bound.seconds * 1000) fail(`this call is longer, but: ${ends.sentence.message}`);
    if (isSilent && own.length > bound.steps) fail(`this call has more steps, but: ${ends.sentence.message}`);
  }

  private meant(call: SimulatedCall): Transcript {
    return simulateFlow(this.analysis.linked, call);
  }

  /** The call comes to one of the questions, and whatever is keyed in there brings nobody. */
  private reachesNobody(call: SimulatedCall, questions: readonly string[]): boolean {
    if (!this.meant(call).steps.some((step) => questions.includes(step))) return false;
    return [
      silence,
      ...[..."1234567890*#"].map((keys) => Array.from({ length: 20 }, () => ({ does: "press", keys }) as const)),
    ].every((further) => {
      const caller = [...call.caller, ...further];
      const { transcript } = simulateProgram(this.answerer, { ...call, caller });
      const last = transcript.events.at(-1);
      return last?.event !== "transferred" || !last.ok;
    });
  }

  /** What is inside of another step is done by the PBX alone, and what is in OzML has no name: neither is a step of the call. */
  private isOutside(step: string): boolean {
    return this.analysis.linked.steps.has(step) && this.analysis.places.find(step, "extension")?.within === undefined;
  }

  private fail(what: string, call: SimulatedCall, transcript: Transcript): never {
    const { caller, ...others } = call;
    throw new Error(
      [
        what,
        `caller: ${writeCallerScript(caller.slice(0, 20))}  call: ${JSON.stringify(others)}`,
        printTranscript({ ...transcript, events: transcript.events.slice(0, 100) }),
        writeFlow(this.flow),
      ].join("\n\n"),
    );
  }
}
