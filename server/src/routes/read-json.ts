import type { Context } from "hono";
import type { z } from "zod";
import { Refusal } from "../refusal.ts";

/** The body of a request as the schema wants it; otherwise a `bad-request` that says what and where. */
export async function readJson<Schema extends z.ZodType>(context: Context, schema: Schema): Promise<z.infer<Schema>> {
  const text = await context.req.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal("bad-request", "The body of the request is not JSON.");
  }
  return check(json, schema);
}

/** The same for the query. */
export function readQuery<Schema extends z.ZodType>(context: Context, schema: Schema): z.infer<Schema> {
  return check(context.req.query(), schema);
}

function check<Schema extends z.ZodType>(value: unknown, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => [...issue.path.map(String), ""].join(": ") + issue.message);
  throw new Refusal("bad-request", `The request is not understood. ${faults.join("; ")}.`);
}
