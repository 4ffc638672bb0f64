import { type Context, Hono } from "hono";
import type { Deps } from "../deps.ts";

const file = /^([\w-]{22})-([0-9a-f]{8})\.(?:wav|mp3)$/;
const types = { wav: "audio/wav", mp3: "audio/mpeg" } as const;

/**
 * `/audio/...`: sounds for the PBX and for browsers, under addresses that nobody guesses. Each sound has an
 * address of its own, so what is found there may be kept for ever; a replaced one is found at the old address for calls
 * that are on their way there.
 */
export function audioRoutes({ store }: Pick<Deps, "store">): Hono {
  const routes = new Hono();
  // How a PBX asks for a sound no page tells, so POST, its way with documents, is answered too.
  routes.on(["GET", "POST"], "/:file", async (context) => {
    const [, key = "", hash = ""] = file.exec(context.req.param("file")) ?? [];
    const prompt = key === "" ? undefined : await store.prompts.findByKey(key);
    if (prompt === undefined) return context.text("There is no sound at this address.\n", 404);
    const headers = {
      "Content-Type": types[prompt.format],
      "Cache-Control": prompt.hash.startsWith(hash) ? "public, max-age=31536000, immutable" : "no-cache",
      ETag: `"${prompt.hash.slice(0, 32)}"`,
      "Accept-Ranges": "bytes",
      "X-Content-Type-Options": "nosniff",
    };
    if (context.req.header("If-None-Match") === headers.ETag) return context.body(null, 304, headers);
    const audio = (await store.prompts.audioOf(prompt.id)) ?? Buffer.alloc(0);
    return respond(context, audio, headers);
  });
  return routes;
}

function respond(context: Context, audio: Buffer, headers: Record<string, string>): Response {
  const range = readRange(context.req.header("Range"), audio.length);
  if (range === undefined) return context.body(new Uint8Array(audio), 200, headers);
  if (range === "outside") return context.body(null, 416, { "Content-Range": `bytes */${audio.length}` });
  const { from, to } = range;
  const contentRange = `bytes ${from}-${to}/${audio.length}`;
  return context.body(new Uint8Array(audio.subarray(from, to + 1)), 206, { ...headers, "Content-Range": contentRange });
}

/** One range as RFC 9110 section 14 has it; several, or none that is understood, count as none, which the RFC allows. */
function readRange(
  header: string | undefined,
  length: number,
): { readonly from: number; readonly to: number } | "outside" | undefined {
  const [matched, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (matched === undefined || (first === "" && last === "")) return undefined;
  const from = first === "" ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === "" || last === "" ? length - 1 : Math.min(Number(last), length - 1);
  return from > to ? "outside" : { from, to };
}
