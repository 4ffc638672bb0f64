import type { CallerAction, CallerScript } from "../line/caller-script.ts";
import type { HoursState } from "../resources/hours.ts";
import { type Said, said } from "../words/said.ts";
import { type TrialCall, usualCall } from "./trial-call.ts";

/** What it takes to see it, as half a sentence: `the caller presses 2, then nothing more, and 2000 does not answer`. */
export function howItGoes({ caller, entry, facts, unreachable, http, callees }: TrialCall): Said {
  const who = entry === "outgoing-call" ? said`whoever is called` : said`the caller`;
  const further = [
    ...(facts.caller === usualCall.caller ? [] : [said`the call comes from ${facts.caller}`]),
    ...(facts.dialed === usualCall.dialed ? [] : [said`it is ${facts.dialed} that was dialled`]),
    ...(facts.began === usualCall.began
      ? []
      : [said`the call begins at ${facts.began.replace(/:00\.000Z$/, " UTC").replace("T", " ")}`]),
    ...(facts.seed === usualCall.seed ? [] : [said`chance will have it so`]),
    ...Object.entries(facts.hours ?? {}).map(([calendar, state]) => said`the calendar ${calendar} says ${says[state]}`),
    ...Object.entries(facts.tables ?? {}).map(([id, { any: [cell = ""] = [] }]) =>
      cell === "" ? said`the table ${id} has a row` : said`the table ${id} has a row with "${cell}" in it`,
    ),
    ...unreachable.map((number) =>
      number === "" ? said`the number dialled does not answer` : said`${number} does not answer`,
    ),
    ...http.map(({ url, status, fault }) =>
      fault === undefined ? said`${url} answers ${String(status)}` : said`${url} does not answer`,
    ),
    ...Object.entries(callees).map(([number, script]) => said`${number} answers and ${deeds(script)}`),
  ];
  const first = said`${who} ${deeds(caller)}`;
  return further.reduce(
    (before, part, index) => (index < further.length - 1 ? said`${before}, ${part}` : said`${before}, and ${part}`),
    first,
  );
}

const says: Readonly<Record<HoursState, Said>> = { open: said`open`, closed: said`closed`, holiday: said`holiday` };

/** More than that nobody reads in a sentence. */
const maxDeeds = 6;

function deeds(script: CallerScript): Said {
  const isLong = script.length > maxDeeds;
  const shown = (isLong ? script.slice(0, maxDeeds - 1) : script).map(deed);
  const [first, ...others] = shown;
  if (first === undefined) return said`does nothing`;
  const told = others.reduce((before, one) => said`${before}, then ${one}`, first);
  if (isLong) return said`${told}, then so on, ${script.length} times in all`;
  return script.at(-1)?.does === "press" ? said`${told}, then nothing more` : told;
}

function deed(action: CallerAction): Said {
  switch (action.does) {
    case "press":
      return said`presses ${action.keys}`;
    case "nothing":
      return said`says nothing`;
    case "talk":
      return action.seconds === 0 ? said`says nothing` : said`talks for ${action.seconds} s`;
    case "hang-up":
      return said`hangs up`;
  }
}
