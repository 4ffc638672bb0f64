import { said } from "../../words/said.ts";
import { longestOf, type Silent } from "../silence.ts";
import type { ProofFacts, Provable } from "./claim.ts";
import { provesSilentEnd } from "./silent-calls-end.ts";

/** Callers can hold a call as long as they keep pressing keys; nothing else may. */
export const everyPathEnds: Provable = {
  code: "every-path-ends",
  title: said`Every call ends once the caller presses nothing more`,
  remedy: said`Let that way lead to an end after some rounds.`,
  prove: (facts) =>
    provesSilentEnd(facts, {
      states: facts.reached,
      before: () => true,
      longest: longestOf(
        [...facts.reached].flatMap((state) => [facts.silence.from(state), ...halfEntered(state, facts)]),
      ),
      who: said`A caller who presses nothing more`,
    }),
};

/** Who stops in the middle of an entry is waited for, and then has entered what is there. */
function halfEntered(
  { instruction, ways }: Parameters<ProofFacts["silence"]["from"]>[0],
  { silence }: ProofFacts,
): readonly Silent[] {
  if (instruction.op !== "ask" || instruction.maxDigits === 1) return [];
  return ways.flatMap(({ cause, to }) => {
    if (cause === "silence" || typeof to === "string") return [];
    const { ms, ...rest } = silence.from(to);
    return [{ ...rest, ms: ms + instruction.timeoutSeconds * 1000 }];
  });
}
