import type { HttpReply, HttpRequest } from "@ozflow/compiler";
import { Agent } from "undici";
import type { Clock } from "../deps.ts";
import type { Vault } from "../secrets/vault.ts";
import { createAddressGuard } from "./address-guard.ts";
import { type FilledRequest, follow } from "./follow.ts";
import { guardedLookup, type Lookup, systemLookup } from "./guarded-lookup.ts";
import { NoAnswer, toNoAnswer } from "./no-answer.ts";

/** Sends the requests of flows. */
export interface HttpSender {
  /** Within so many milliseconds at most, tries and redirects together. Never rejects. */
  send(request: HttpRequest, withinMs: number): Promise<HttpReply>;
  close(): Promise<void>;
}

interface SenderParts {
  /** What else than the public internet may be asked: see `createAddressGuard`. */
  readonly opened: readonly string[];
  readonly secrets: Pick<Vault, "reveal">;
  readonly clock: Pick<Clock, "wait">;
  readonly lookup?: Lookup | undefined;
}

/** Milliseconds before a further try. */
const pauseMs = 250;

export function createHttpSender({ opened, secrets, clock, lookup = systemLookup }: SenderParts): HttpSender {
  const guard = createAddressGuard(opened);
  const dispatcher = new Agent({ connect: { lookup: guardedLookup(guard, lookup) }, maxHeaderSize: 32 * 1024 });

  async function fill({ method, url, headers, body }: HttpRequest): Promise<FilledRequest> {
    const filled = headers.map(async (header) => {
      if (!("secret" in header)) return { ...header, secret: false };
      const value = await secrets.reveal(header.secret);
      if (value === undefined) throw new NoAnswer(`the secret "${header.secret}" is not known to the server`);
      return { name: header.name, value, secret: true };
    });
    return { method, url, headers: await Promise.all(filled), body };
  }

  return {
    async send(request, withinMs) {
      const signal = AbortSignal.timeout(withinMs);
      const tooLate = new NoAnswer(`there was no answer after ${seconds(withinMs)} s`);
      try {
        const filled = await fill(request);
        for (let triesLeft = request.retries; ; triesLeft -= 1) {
          try {
            return await follow(filled, { dispatcher, guard, signal });
          } catch (error) {
            if (triesLeft === 0 || signal.aborted || toNoAnswer(error).isFinal) throw error;
            await clock.wait(pauseMs, signal);
          }
        }
      } catch (error) {
        return { fault: (signal.aborted ? tooLate : toNoAnswer(error)).message };
      }
    },
    close: () => dispatcher.destroy(),
  };
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
