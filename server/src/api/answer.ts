import type { Context } from "hono";
import type { z } from "zod";

/** What a route answers when all went well: how it is described, and how it is sent. */
export interface Answer<Value> {
  readonly status: 200 | 201 | 204;
  /** Of the JSON; absent when the answer is none. */
  readonly schema?: z.ZodType;
  /** Of an answer that is neither JSON nor empty. */
  readonly mediaType?: string;
  send(context: Context, value: Value): Response;
}

/** Results are read, never changed on their way out. */
type Sent<Value> = Value extends readonly (infer Item)[]
  ? readonly Sent<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Sent<Value[Name]> }
    : Value;

export function json<Schema extends z.ZodType>(
  schema: Schema,
  status: 200 | 201 = 200,
): Answer<Sent<z.output<Schema>>> {
  return { status, schema, send: (context, value) => context.json(value as object, status) };
}

/** Done; there is nothing to tell. */
export const nothing: Answer<void> = { status: 204, send: (context) => context.body(null, 204) };

/** Done; what it was done to is told to the audit log only. */
export const untold: Answer<string> = { status: 204, send: (context) => context.body(null, 204) };

/** A file, a stream of events: whatever the route makes itself. */
export function media(mediaType: string): Answer<Response> {
  return { status: 200, mediaType, send: (_context, response) => response };
}

/** Text for spreadsheets, under this name, sent while it is still being made. */
export function csvFile(name: string, pieces: AsyncIterable<string> | readonly string[]): Response {
  // RFC 6266: in quotes where that does, else with the signs of RFC 8187, which hold any name.
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const named = encoded === name ? `filename="${name}"` : `filename*=UTF-8''${encoded}`;
  return new Response(ReadableStream.from(pieces).pipeThrough(new TextEncoderStream()), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; ${named}` },
  });
}
