import { rowsOfTable } from "../flow-tests/test-table.ts";
import { writeCallerScript } from "../line/caller-script.ts";
import { type TrialCall, usualCall } from "../proofs/trial-call.ts";

/** The options of `ozflow run` that play the call; what is usual is left out. `given`: values given with it, by variable. */
export function writeTrial(
  { entry, caller, facts, unreachable, http, callees }: TrialCall,
  given: Readonly<Record<string, string>> = {},
): readonly string[] {
  const option = (name: string, value: string) => [`--${name}`, quoted(value)];
  const unusual = (name: string, value: string, usual: string) => (value === usual ? [] : option(name, value));
  return [
    ...unusual("entry", entry, "incoming-call"),
    ...option("caller", writeCallerScript(caller)),
    ...unusual("from", facts.caller, usualCall.caller),
    ...unusual("to", facts.dialed, usualCall.dialed),
    ...unusual("began", facts.began, usualCall.began),
    ...unusual("seed", facts.seed, usualCall.seed),
    ...Object.entries(facts.hours ?? {}).flatMap(([calendar, state]) => option("hours", `${calendar}=${state}`)),
    ...Object.entries(facts.tables ?? {}).flatMap(([id, table]) => {
      const { columns, any } = table;
      if (any === undefined) return option("table", `${id}=${JSON.stringify(rowsOfTable(table))}`);
      const row = Object.fromEntries(columns.map((column, index) => [column, any[index] ?? ""]));
      return option("any-row", `${id}=${JSON.stringify(row)}`);
    }),
    ...Object.entries(given).flatMap(([name, value]) => option("given", `${name}=${value}`)),
    ...(unreachable.length === 0 ? [] : option("unreachable", unreachable.join(","))),
    ...Object.entries(callees).flatMap(([number, script]) =>
      option("callee", `${number}=${writeCallerScript(script)}`),
    ),
    ...(http.length === 0 ? [] : option("http", JSON.stringify(http))),
  ];
}

/** For a POSIX shell. */
function quoted(text: string): string {
  return /^[\w.,:+@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
