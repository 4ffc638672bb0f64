import type { CallFacts } from "../expressions/expressions.ts";
import type { Foresight } from "../expressions/foresee.ts";
import { readable } from "../expressions/placeholders.ts";
import { parseJsonPath } from "../http/json-path.ts";
import type { Ask, Instruction, Request } from "../instructions/instruction.ts";
import type { HttpMock } from "../line/http.ts";
import { idsNamed } from "../phases/1-parse/named-resources.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { usualCall } from "./trial-call.ts";

/**
 * What to try where a call could do anything: enough of it to come to every place that the flow itself tells apart by
 * the texts and numbers standing in it.
 */
export interface Candidates {
  /** Calls to begin with: who calls, when. */
  readonly calls: readonly CallFacts[];
  entries(question: Ask): readonly string[];
  /** Answers of a web server that lead this way. */
  answers(request: Request, way: number): readonly Pick<HttpMock, "status" | "body" | "fault">[];
}

export function candidatesIn({ graph, linked }: Analysis, foresight: Foresight): Candidates {
  const sources = [...graph.values()].flatMap(expressionsOf);
  const initial = linked.flow.variables.flatMap((one) => (one.initial === undefined ? [] : [String(one.initial)]));
  const literals = [...new Set([...sources.flatMap((one) => foresight.literals(one)).map(String), ...initial])].slice(
    0,
    60,
  );
  const keyed = literals.filter((one) => /^[0-9*#]+$/.test(one));
  const readsCall = sources.some((source) => foresight.reads(source).has("call"));
  return {
    calls: readsCall ? callsWith(literals, idsNamed(linked, "calendar"), tablesWith(linked, literals)) : [usualCall],
    entries({ keys, minDigits, maxDigits }) {
      const offered = new Set(keys.map(({ key }) => key));
      const plain = [..."0*#123456789"].map((key) => key.repeat(minDigits));
      return [...keyed, ...plain.slice(0, minDigits === 1 ? 12 : 2)].filter(
        (entry) => entry.length >= minDigits && entry.length <= maxDigits && !offered.has(entry),
      );
    },
    answers(request, way) {
      const statuses = request.ways[way]?.statuses;
      if (statuses === undefined) return [{ fault: "no answer" }];
      const status = Number(statuses.replace("xx", "00"));
      const earlier = request.ways.slice(0, way).some((one) => one.statuses === String(status));
      const bodies =
        request.keep.fields.length === 0 ? [undefined] : [{}, ...literals.map((one) => bodyWith(request, one))];
      return bodies.map((body) => ({
        status: earlier ? status + 99 : status,
        ...(body === undefined ? {} : { body }),
      }));
    },
  };
}

/**
 * Each day of a week, at hours when most are open and most are closed; each text as a number that calls or is called; each
 * calendar alone and all of them together saying each thing they can say; each text as what stands in every table.
 */
function callsWith(
  literals: readonly string[],
  calendars: readonly string[],
  tables: readonly Tables[],
): readonly CallFacts[] {
  const times = [5, 6, 7, 8, 9, 10, 11].flatMap((day) =>
    [0, 3, 6, 9, 12, 15, 18, 21].map((hour) => new Date(Date.UTC(2026, 0, day, hour)).toISOString()),
  );
  return [
    usualCall,
    ...literals.flatMap((one) => [
      { ...usualCall, caller: readable(one) },
      { ...usualCall, dialed: readable(one) },
    ]),
    ...(["closed", "holiday"] as const).flatMap((state) =>
      [...calendars.map((one) => [one]), calendars].map((ids) => ({
        ...usualCall,
        hours: Object.fromEntries(ids.map((id) => [id, state])),
      })),
    ),
    ...tables.map((one) => ({ ...usualCall, tables: one })),
    ...times.map((began) => ({ ...usualCall, began })),
    ...["2", "3", "4", "5", "6", "7", "8"].map((seed) => ({ ...usualCall, seed })),
  ];
}

type Tables = NonNullable<CallFacts["tables"]>;

/** Tables in which everything is found, with each of these texts in every column. */
function tablesWith(linked: Analysis["linked"], literals: readonly string[]): readonly Tables[] {
  const ids = idsNamed(linked, "table");
  const columns = idsNamed(linked, "column");
  if (ids.length === 0) return [];
  return ["", ...literals].map((text) => {
    const table = { columns, keyColumn: "", rows: {}, any: columns.map(() => text) };
    return Object.fromEntries(ids.map((id) => [id, table]));
  });
}

type Json = string | null | Json[] | { [key: string]: Json };

function bodyWith({ keep }: Request, value: string): Json {
  let body: Json = {};
  for (const { path } of keep.fields) body = put(body, parseJsonPath(path) ?? [], value);
  return body;
}

/** JSON with the value put where the path says. */
function put(json: Json | undefined, [key, ...rest]: readonly (string | number)[], value: string): Json {
  if (key === undefined) return value;
  if (typeof key === "number") {
    const list = Array.isArray(json) ? [...json] : [];
    // Further than this no list is made for a trial.
    if (key > 100) return list;
    while (list.length <= key) list.push(null);
    list[key] = put(list[key] ?? undefined, rest, value);
    return list;
  }
  const fields = json !== null && typeof json === "object" && !Array.isArray(json) ? json : {};
  const inner = Object.hasOwn(fields, key) ? fields[key] : undefined;
  const others = Object.entries(fields).filter(([name]) => name !== key);
  return Object.fromEntries([...others, [key, put(inner ?? undefined, rest, value)]]);
}

function expressionsOf(one: Instruction): readonly string[] {
  if (one.op === "choose") return one.cases.map(({ when }) => when);
  return one.op === "assign" ? [one.expression] : [];
}
