import { cycles } from "../instructions/graph.ts";
import { inlineTargets, type Label } from "../instructions/instruction.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import type { Rule } from "./rule.ts";

/**
 * A loop that never waits for the caller holds them for ever. With something to hear in it, a caller can still hang up
 * (warning); with nothing in it at all, the server would turn in it without end (error).
 */
export const noLoopWithoutInput: Rule = {
  code: "loop-without-input",
  check({ linked, graph }) {
    const targets = (label: Label) => {
      const instruction = graph.get(label);
      // A question waits for the caller, so no such loop leads through one.
      return instruction === undefined || instruction.op === "ask" ? [] : inlineTargets(instruction);
    };
    return cycles([...graph.keys()], targets).flatMap((loop) => {
      const instructions = loop.flatMap((label) => graph.get(label) ?? []);
      const step = instructions.find((one) => one.step !== "")?.step;
      const name = step === undefined ? "the flow" : nameOf(linked.steps.get(step)?.step ?? { id: step, label: "" });
      const heard = instructions.some((one) => one.op === "do" && one.commands.length > 0);
      return [
        {
          code: "loop-without-input",
          severity: heard ? ("warning" as const) : ("error" as const),
          message: heard
            ? `Callers go round and round at "${name}" until they hang up: nothing on that way asks them anything.`
            : `The call stands still at "${name}": that way leads back to itself and nothing happens on it.`,
          ...(step === undefined ? {} : { step }),
        },
      ];
    });
  },
};
