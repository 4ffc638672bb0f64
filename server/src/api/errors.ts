import { said } from "@ozflow/compiler";
import type { Context } from "hono";
import type { Log } from "../deps.ts";
import { Refusal } from "../refusal.ts";
import { statusOf } from "./refusal-codes.ts";

/** Every failure under /api in its one shape. What is no refusal is a fault of ours: logged, and not told in detail. */
export function answerError(log: Log) {
  return (error: Error, context: Context): Response => {
    if (error instanceof Refusal) {
      const { code, message, words, details } = error;
      return context.json({ error: { code, message, words, ...details } }, statusOf(code));
    }
    log.error("A request failed", { request: context.get("requestId"), path: context.req.path, stack: error.stack });
    const sentence = said`Something went wrong on the server; nothing was changed. The reason is in its log.`;
    return context.json({ error: { code: "server-fault", ...sentence } }, 500);
  };
}
