import type { Flow } from "../flow/index.ts";
import type { Instruction, Label } from "../instructions/instruction.ts";
import type { CallerAction, CallerScript } from "../line/caller-script.ts";
import { linkFlow } from "../phases/1-parse/link-flow.ts";
import { lower } from "../phases/2-analyse/lower.ts";
import { Chance } from "./chance.ts";

/**
 * Callers as they are, for measuring: they mostly press a key that is offered somewhere in the flow or key in a number
 * it knows, sometimes nothing, sometimes a wrong key; a few hang up. The same seed gives the same callers.
 */
export function likelyCallers(flow: Flow, count: number, seed = 1): readonly CallerScript[] {
  const chance = new Chance(seed);
  const entries = knownEntries(lower(linkFlow(flow).linked).graph, flow);
  const action = (): CallerAction => {
    const number = chance.number();
    if (number < 0.08) return { does: "nothing" };
    if (number < 0.16) return { does: "press", keys: chance.pick([..."1234567890*#"]) ?? "1" };
    if (number < 0.18) return { does: "hang-up" };
    return { does: "press", keys: chance.pick(entries) ?? "1" };
  };
  return Array.from({ length: count }, () => Array.from({ length: 12 }, action));
}

/** Keys that some question offers, and what variables hold that could be keyed in. */
export function knownEntries(graph: ReadonlyMap<Label, Instruction>, { variables }: Flow): readonly string[] {
  const keys = new Set<string>();
  for (const one of graph.values()) if (one.op === "ask") for (const { key } of one.keys) keys.add(key);
  for (const { initial } of variables) if (/^[0-9]+$/.test(String(initial ?? ""))) keys.add(String(initial));
  return [...keys].sort();
}
