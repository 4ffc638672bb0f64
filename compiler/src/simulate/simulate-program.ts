import type { CallerScript } from "../line/caller-script.ts";
import { ScriptedLine } from "../line/scripted-line.ts";
import type { Transcript } from "../line/transcript.ts";
import type { Answerer } from "../runtime/answer.ts";
import { holdsCallOfOurs } from "./bring-call.ts";
import { type CallToProgram, type SimulatedCallback, serveProgram } from "./serve-program.ts";

/** A call to be simulated. Nothing in it is random and nothing asks the clock: the same call gives the same transcript. */
export interface SimulatedCall extends CallToProgram {
  readonly caller: CallerScript;
}

export interface Simulated {
  readonly transcript: Transcript;
  readonly callbacks: readonly SimulatedCallback[];
}

/** Runs a compiled program with a scripted caller. */
export function simulateProgram(answerer: Answerer, call: SimulatedCall): Simulated {
  const { conversation, world, callbacks, told } = serveProgram(answerer, call);
  const line = new ScriptedLine(call.caller, world);
  const transcript = holdsCallOfOurs(call.entry) ? line.run(conversation) : line.follow(conversation);
  return { transcript: { ...transcript, told }, callbacks };
}
