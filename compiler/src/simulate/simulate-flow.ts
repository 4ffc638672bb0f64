import { ScriptedLine } from "../line/scripted-line.ts";
import type { Transcript } from "../line/transcript.ts";
import type { LinkedFlow } from "../phases/1-parse/link-flow.ts";
import { walk } from "../walk/walk.ts";
import type { SimulatedCall } from "./simulate-program.ts";

/** The same call, by what the flow means: no document is made. What `simulateProgram` must agree with. */
export function simulateFlow(linked: LinkedFlow, call: SimulatedCall): Transcript {
  const line = new ScriptedLine(call.caller, call.world);
  return line.run(
    walk(
      linked,
      { entry: call.entry, ...call.facts, ...(call.given === undefined ? {} : { given: call.given }) },
      call.dialect,
    ),
  );
}

/** What a caller and the people around the call notice of it: what two transcripts are compared by. */
export function conversationOf(transcript: Transcript): readonly unknown[] {
  return transcript.events
    .filter((one) => one.event !== "fault")
    .map((one) =>
      one.event === "placed-call" && one.callee !== undefined ? { ...one, callee: conversationOf(one.callee) } : one,
    );
}
