import { fromText } from "../expressions/from-text.ts";
import type { Value, Variable } from "../flow/flow.ts";
import type { HttpReply } from "../line/http.ts";
import { parseJsonPath, valueAtPath } from "./json-path.ts";

/** What is remembered of an answer. */
export interface HttpKeep {
  /** The variable for the status; absent: it is not kept. */
  readonly statusIn?: string | undefined;
  /** Values of a good answer (2xx), which must be JSON then. */
  readonly fields: readonly { readonly path: string; readonly variable: string }[];
}

export interface ReadReply {
  /** Undefined: it counts as a failure, whatever the status was. */
  readonly status: number | undefined;
  readonly values: readonly (readonly [variable: string, value: Value])[];
}

/** A value that is not there, or is none of its variable's type, leaves the variable as it is. */
export function readReply(
  reply: HttpReply,
  { statusIn, fields }: HttpKeep,
  typeOf: (variable: string) => Variable["type"] | undefined,
): ReadReply {
  if ("fault" in reply) return { status: undefined, values: [] };
  const { status } = reply;
  const told: ReadReply["values"] = statusIn === undefined ? [] : kept(statusIn, status);
  if (!isGood(status) || fields.length === 0) return { status, values: told };
  const json = parse(reply.body);
  if (json === undefined) return { status: undefined, values: told };
  const found = fields.flatMap(({ path, variable }) =>
    kept(variable, valueAtPath(json.value, parseJsonPath(path) ?? [])),
  );
  return { status, values: [...told, ...found] };

  function kept(variable: string, value: unknown): ReadReply["values"] {
    if (value === undefined || value === null) return [];
    const text = typeof value === "object" ? JSON.stringify(value) : String(value);
    const typed = fromText(text, typeOf(variable) ?? "text");
    return typed === undefined ? [] : [[variable, typed]];
  }
}

export function isGood(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** `404`, or a class of statuses such as `4xx`. */
export function fitsStatus(pattern: string, status: number): boolean {
  return pattern === String(status) || pattern === `${Math.floor(status / 100)}xx`;
}

function parse(body: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(body) };
  } catch {
    return undefined;
  }
}
