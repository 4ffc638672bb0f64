import { said } from "@ozflow/compiler";
import type { z } from "zod";
import { Refusal } from "../refusal.ts";

/** A part of a request as its schema wants it; otherwise a `bad-request` that says what and where. */
export function checkPart<Schema extends z.ZodType>(value: unknown, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => [...issue.path.map(String), ""].join(": ") + issue.message);
  throw new Refusal("bad-request", said`The request is not understood. ${faults.join("; ")}.`);
}
