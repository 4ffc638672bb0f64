import { ScriptedLine } from "../line/scripted-line.ts";
import type { Transcript } from "../line/transcript.ts";
import type { LinkedFlow } from "../phases/1-parse/link-flow.ts";
import { type Surroundings, walk } from "../walk/walk.ts";
import { holdsCallOfOurs } from "./bring-call.ts";
import { createOzmlRunner } from "./run-ozml.ts";
import { programUrl, spokenIn } from "./serve-program.ts";
import type { SimulatedCall } from "./simulate-program.ts";

/** The same call, by what the flow means: no document is made. What `simulateProgram` must agree with. */
export function simulateFlow(
  linked: LinkedFlow,
  call: SimulatedCall,
  told: Pick<Surroundings, "left" | "over"> = {},
): Transcript {
  const line = new ScriptedLine(call.caller, { ...spokenIn(linked.flow.languages[0]), ...call.world });
  const { entry, facts, given, parameters, dialect } = call;
  const options = dialect === undefined ? {} : { dialect };
  const conversation = walk(
    linked,
    {
      entry,
      ...(facts === undefined ? {} : { facts }),
      ...(given === undefined ? {} : { given }),
      ...(parameters === undefined ? {} : { parameters: lowerNames(parameters) }),
    },
    { ...dialect, ...told, ozml: createOzmlRunner(programUrl, options) },
  );
  return holdsCallOfOurs(entry) ? line.run(conversation) : line.follow(conversation);
}

function lowerNames(parameters: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name.toLowerCase(), value]));
}

/** What a caller and the people around the call notice of it: what two transcripts are compared by. */
export function conversationOf(transcript: Transcript): readonly unknown[] {
  return transcript.events
    .filter((one) => one.event !== "fault")
    .map((one) => {
      const { afterwards, ...own } = { afterwards: undefined, ...one };
      const after = afterwards === undefined ? [] : conversationOf(afterwards);
      return {
        ...own,
        ...(own.event === "placed-call" && own.callee !== undefined ? { callee: conversationOf(own.callee) } : {}),
        ...(after.length === 0 ? {} : { afterwards: after }),
      };
    });
}
