import { stringify } from "csv-stringify/sync";
import type { Deps } from "../../deps.ts";
import { type AskedCalls, type CallView, listCalls } from "./look-at-calls.ts";

/** Rows that are read at once. */
const batch = 200;

const columns: Readonly<Record<string, (call: CallView) => string>> = {
  id: (call) => call.id,
  flow: (call) => call.flowName,
  revision: (call) => String(call.revision),
  direction: (call) => call.direction,
  caller: (call) => call.caller,
  dialed: (call) => call.dialed,
  state: (call) => call.state,
  started: (call) => call.startedAt,
  ended: (call) => call.endedAt ?? "",
  seconds: (call) => (call.endedAt === null ? "" : String(secondsBetween(call.startedAt, call.endedAt))),
  reason: (call) => call.reason ?? "",
  disposition: (call) => call.disposition ?? "",
  note: (call) => call.note ?? "",
  way: (call) => call.steps.map(({ label }) => label).join(" > "),
};

/** All calls that are meant as a CSV file (RFC 4180, UTF-8 with a mark for spreadsheets), piece by piece, the newest first. */
export async function* exportCalls(deps: Pick<Deps, "store" | "clock">, asked: AskedCalls): AsyncGenerator<string> {
  yield `\uFEFF${row(Object.keys(columns))}`;
  let before = asked.before;
  do {
    const { calls, next } = await listCalls(deps, { ...asked, before, limit: batch });
    yield calls.map((call) => row(Object.values(columns).map((write) => write(call)))).join("");
    before = next ?? undefined;
  } while (before !== undefined);
}

/** Callers choose what stands in some cells: what a spreadsheet would take for a formula gets a quote before it. */
function row(cells: readonly string[]): string {
  return stringify([cells], { escape_formulas: true, record_delimiter: "\r\n", cast: { string: asCell } });
}

/** A number with its plus is no formula, and is of no use with a quote. */
function asCell(text: string) {
  return /^\+\d+$/.test(text) ? { value: text, escape_formulas: false } : text;
}

function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}
