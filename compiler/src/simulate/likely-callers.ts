import type { Flow } from "../flow/index.ts";
import type { CallerAction, CallerScript } from "../line/caller-script.ts";
import { linkFlow } from "../phases/1-parse/link-flow.ts";
import { lower } from "../phases/2-analyse/lower.ts";

/**
 * Callers as they are, for measuring: they mostly press a key that is offered somewhere in the flow or key in a number
 * it knows, sometimes nothing, sometimes a wrong key; a few hang up. The same seed gives the same callers.
 */
export function likelyCallers(flow: Flow, count: number, seed = 1): readonly CallerScript[] {
  const random = generator(seed);
  const entries = knownEntries(flow);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const action = (): CallerAction => {
    const chance = random();
    if (chance < 0.08) return { does: "nothing" };
    if (chance < 0.16) return { does: "press", keys: pick([..."1234567890*#"]) ?? "1" };
    if (chance < 0.18) return { does: "hang-up" };
    return { does: "press", keys: pick(entries) ?? "1" };
  };
  return Array.from({ length: count }, () => Array.from({ length: 12 }, action));
}

/** Keys that some question offers, and what variables hold that could be keyed in. */
function knownEntries(flow: Flow): readonly string[] {
  const { graph } = lower(linkFlow(flow).linked);
  const keys = new Set<string>();
  for (const one of graph.values()) if (one.op === "ask") for (const { key } of one.keys) keys.add(key);
  for (const { initial } of flow.variables) if (/^[0-9]+$/.test(String(initial ?? ""))) keys.add(String(initial));
  return [...keys].sort();
}

/** Mulberry32: small, even, and the same everywhere. Numbers from 0 up to 1. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
