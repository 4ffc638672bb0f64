import type { CallerAction, CallerScript } from "../line/caller-script.ts";
import { type TrialCall, usualCall } from "../proofs/trial-call.ts";

/** Calls tried at most; one that shrinks slowly is then shown as short as it got. */
const maxTries = 2000;

/**
 * The shortest call that can be made of this one by leaving out what is not needed and putting something plain in the
 * place of what is, as long as it still `fails`. Nothing can be left out of it any more.
 */
export function shrinkTrial(trial: TrialCall, fails: (trial: TrialCall) => boolean): TrialCall {
  let [shortest, tries] = [trial, 0];
  for (let found: TrialCall | undefined = trial; found !== undefined; ) {
    found = undefined;
    for (const simpler of simplerThan(shortest)) {
      tries += 1;
      if (tries > maxTries) return shortest;
      if (!fails(simpler)) continue;
      found = simpler;
      shortest = simpler;
      break;
    }
  }
  return shortest;
}

/** Each a little shorter or plainer, those first that leave out most. No chain of them goes on for ever. */
function* simplerThan(trial: TrialCall): Generator<TrialCall> {
  for (const caller of simplerScripts(trial.caller)) yield { ...trial, caller };
  for (const callees of withoutOne(Object.entries(trial.callees)))
    yield { ...trial, callees: Object.fromEntries(callees) };
  for (const [number, script] of Object.entries(trial.callees))
    for (const shorter of simplerScripts(script)) yield { ...trial, callees: { ...trial.callees, [number]: shorter } };
  for (const unreachable of withoutOne(trial.unreachable)) yield { ...trial, unreachable };
  for (const http of withoutOne(trial.http)) yield { ...trial, http };
  const { hours = {}, ...facts } = trial.facts;
  for (const left of withoutOne(Object.entries(hours)))
    yield { ...trial, facts: left.length === 0 ? facts : { ...facts, hours: Object.fromEntries(left) } };
  for (const key of ["caller", "dialed", "began", "seed"] as const)
    if (trial.facts[key] !== usualCall[key]) yield { ...trial, facts: { ...trial.facts, [key]: usualCall[key] } };
}

function* simplerScripts(script: CallerScript): Generator<CallerScript> {
  for (let size = script.length; size > 0; size = Math.floor(size / 2))
    for (let from = 0; from + size <= script.length; from += size)
      yield [...script.slice(0, from), ...script.slice(from + size)];
  for (const [index, action] of script.entries())
    for (const plainer of plainerThan(action)) yield [...script.slice(0, index), plainer, ...script.slice(index + 1)];
}

function plainerThan(action: CallerAction): readonly CallerAction[] {
  switch (action.does) {
    case "nothing":
      return [];
    case "hang-up":
      return action.atSeconds === undefined ? [{ does: "nothing" }] : [{ does: "hang-up" }];
    case "talk":
      return [{ does: "nothing" }];
    case "press":
      return [
        { does: "nothing" },
        ...(action.atSeconds === undefined ? [] : [{ does: "press", keys: action.keys } as const]),
      ];
  }
}

function* withoutOne<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (const index of items.keys()) yield items.filter((_, place) => place !== index);
}
