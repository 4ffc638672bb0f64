import type { Context } from "hono";
import type { Parameters } from "./notification.ts";

/**
 * The parameters of a notification: query and form together, names in lower case, the form going before the query.
 * A body that is no form is passed over; it never stops a call.
 */
export async function readParameters(context: Context): Promise<Parameters> {
  const query = new URL(context.req.url).searchParams;
  return Object.fromEntries(
    [...query, ...(await readForm(context))].map(([name, value]) => [name.toLowerCase(), value]),
  );
}

async function readForm(context: Context): Promise<readonly (readonly [string, string])[]> {
  if (context.req.method !== "POST") return [];
  const type = (context.req.header("Content-Type") ?? "").toLowerCase();
  if (!type.startsWith("multipart/")) return [...new URLSearchParams(await context.req.text())];
  const form = await context.req.formData().catch(() => new FormData());
  return [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
}
