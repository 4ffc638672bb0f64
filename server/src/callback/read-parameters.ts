import type { Context } from "hono";
import type { Parameters } from "./notification.ts";

/** The body of a request, as it came. */
export interface Body {
  /** Of its content, as the request has it. */
  readonly type: string | undefined;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The parameters of a notification: query and form together, names in lower case, the form going before the query.
 * A body that is no form is passed over; it never stops a call.
 */
export async function parametersOf(query: URLSearchParams, body: Body | undefined): Promise<Record<string, string>> {
  // Inherits nothing, so that no name means anything that nobody sent.
  const parameters: Record<string, string> = Object.create(null);
  for (const [name, value] of query) parameters[name.toLowerCase()] = value;
  if (body === undefined) return parameters;
  const form = isMultipart(body) ? await readParts(body) : new URLSearchParams(utf8.decode(body.bytes));
  for (const [name, value] of form) if (typeof value === "string") parameters[name.toLowerCase()] = value;
  return parameters;
}

/** The same, where a request comes by Hono. */
export async function readParameters({ req }: Context): Promise<Parameters> {
  const bytes = req.method === "POST" ? new Uint8Array(await req.arrayBuffer()) : undefined;
  const body = bytes === undefined ? undefined : { type: req.header("Content-Type"), bytes };
  return await parametersOf(new URL(req.url).searchParams, body);
}

const utf8 = new TextDecoder();

function isMultipart({ type = "" }: Body): boolean {
  return type.toLowerCase().startsWith("multipart/");
}

function readParts({ type = "", bytes }: Body): Promise<FormData> {
  const read = new Response(bytes, { headers: { "Content-Type": type } }).formData();
  return read.catch(() => new FormData());
}
