import { isSilent, longestOf } from "../silence.ts";
import type { Provable } from "./claim.ts";
import { provesSilentEnd } from "./silent-calls-end.ts";

export const silentCallerEnds: Provable = {
  code: "silent-caller-ends",
  title: "Who presses nothing gets off the line",
  prove: (facts) =>
    provesSilentEnd(facts, {
      states: facts.ofSilentCallers,
      before: isSilent,
      longest: longestOf(facts.begins.map(facts.silence.from)),
      who: "A caller who presses nothing",
    }),
};
