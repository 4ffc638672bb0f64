import { parseText } from "../expressions/placeholders.ts";
import type { Instruction } from "../instructions/instruction.ts";
import type { CallerAction, CallerScript } from "../line/caller-script.ts";
import type { HttpMock } from "../line/http.ts";
import type { LinkedFlow } from "../phases/1-parse/link-flow.ts";
import { idsNamed } from "../phases/1-parse/named-resources.ts";
import { analyse } from "../phases/2-analyse/analyse.ts";
import { candidatesIn } from "../proofs/candidates.ts";
import { statesOf } from "../proofs/states.ts";
import { type TrialCall, usualCall } from "../proofs/trial-call.ts";
import { hoursStates } from "../resources/hours.ts";
import { Chance } from "../simulate/chance.ts";
import { knownEntries } from "../simulate/likely-callers.ts";
import type { EntryKind } from "../steps/definition.ts";

/** Actions of one caller at most. What is longer comes to no place that is new. */
const maxActions = 14;

/**
 * Calls made by chance, of callers who mostly do what the flow offers and now and then anything else; numbers do not
 * answer, web servers say what the flow tells apart, calendars say what they can say. The same seed, the same calls.
 */
export function randomTrials(linked: LinkedFlow, entry: EntryKind, seed: number): () => TrialCall {
  const analysis = analyse(linked);
  const candidates = candidatesIn(analysis, statesOf(analysis).foresight);
  const entries = [...new Set([...knownEntries(analysis.graph, linked.flow), ...otherEntries()])];
  const numbers = idsNamed(linked, "phone").filter((one) => !one.includes("{"));
  const calendars = idsNamed(linked, "calendar");
  const chance = new Chance(seed);

  function otherEntries(): readonly string[] {
    return [...analysis.graph.values()].flatMap((one) => (one.op === "ask" ? candidates.entries(one) : []));
  }

  function action(): CallerAction {
    if (chance.in100(10)) return { does: "nothing" };
    if (chance.in100(3)) return { does: "hang-up" };
    if (chance.in100(5)) return { does: "talk", seconds: chance.pick([0, 5, 60]) ?? 5 };
    const early = chance.in100(15) ? { atSeconds: chance.pick([0.5, 2]) ?? 0.5 } : {};
    if (chance.in100(15)) return { does: "press", keys: chance.pick([..."1234567890*#"]) ?? "1", ...early };
    return { does: "press", keys: chance.pick(entries) ?? "1", ...early };
  }

  const script = (): CallerScript => Array.from({ length: Math.floor(chance.number() * (maxActions + 1)) }, action);

  function answers(one: Instruction): readonly HttpMock[] {
    if (one.op !== "request") return [];
    const way = Math.floor(chance.number() * (one.ways.length + 1));
    const answer = chance.pick(candidates.answers(one, way));
    return answer === undefined ? [] : [{ method: one.request.method, url: anyOf(one.request.url), ...answer }];
  }

  return () => {
    const facts = (chance.in100(50) ? chance.pick(candidates.calls) : undefined) ?? usualCall;
    const hours = calendars.map((id) => [id, chance.pick(hoursStates) ?? "open"] as const);
    return {
      entry,
      caller: script(),
      facts: hours.length === 0 ? facts : { ...facts, hours: Object.fromEntries(hours) },
      unreachable: numbers.filter(() => chance.in100(30)),
      http: [...analysis.graph.values()].flatMap(answers),
      callees: Object.fromEntries(numbers.filter(() => chance.in100(20)).map((number) => [number, script()])),
    };
  };
}

/** The address with anything where a value is put in, and any query behind it. */
function anyOf(url: string): string {
  const { parts } = parseText(url.trim());
  return `${parts.map((part) => (typeof part === "string" ? part : "*")).join("")}*`;
}
