import { said } from "../../words/said.ts";
import { isSilent, longestOf } from "../silence.ts";
import type { Provable } from "./claim.ts";
import { provesSilentEnd } from "./silent-calls-end.ts";

export const silentCallerEnds: Provable = {
  code: "silent-caller-ends",
  title: said`Who presses nothing gets off the line`,
  remedy: said`Let that way lead to an end after some rounds.`,
  prove: (facts) =>
    provesSilentEnd(facts, {
      states: facts.ofSilentCallers,
      before: isSilent,
      longest: longestOf(facts.begins.map(facts.silence.from)),
      who: said`A caller who presses nothing`,
    }),
};
