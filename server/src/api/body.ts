import { said } from "@ozflow/compiler";
import type { Context } from "hono";
import type { z } from "zod";
import { Refusal } from "../refusal.ts";
import { checkPart } from "./check-part.ts";

/** The body a route takes: how it is described, how large it may be, and how it is read. */
export interface Body<Value> {
  readonly mediaTypes: readonly string[];
  /** Of the JSON; absent when the body is none. */
  readonly schema?: z.ZodType;
  readonly maxBytes: number;
  /** Throws a `bad-request` that says what and where. */
  read(context: Context): Promise<Value>;
}

/** Bytes. Enough for any form; what carries a flow says its own. */
const usual = 64 * 1024;

export function jsonBody<Schema extends z.ZodType>(schema: Schema, maxBytes = usual): Body<z.output<Schema>> {
  return {
    mediaTypes: ["application/json"],
    schema,
    maxBytes,
    async read(context) {
      const text = await context.req.text();
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        throw new Refusal("bad-request", said`The body of the request is not JSON.`);
      }
      return checkPart(value, schema);
    },
  };
}

/** A file as it is; what it holds is looked at by whoever takes it. */
export function bytesBody(mediaTypes: readonly string[], maxBytes: number): Body<Buffer> {
  return { mediaTypes, maxBytes, read: async (context) => Buffer.from(await context.req.arrayBuffer()) };
}
