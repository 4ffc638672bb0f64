import { createHash } from "node:crypto";
import { type HttpReply, type HttpRequest, isRepeatable } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";
import { instant } from "../../instant.ts";
import type { HttpRequestRow, RequestKey } from "../../store/request-store.ts";
import { AnsweredMeanwhile, CallbackRefused } from "./callback-refused.ts";

type SendDeps = Pick<Deps, "store" | "http" | "clock">;

/** One request of one callback. */
export interface RequestPlace extends RequestKey {
  /** What the call began with: a first callback that comes again must ask the same. */
  readonly began: string;
  readonly seed: string;
}

/** What came of a request, and after how many milliseconds. */
export interface HttpOutcome {
  readonly reply: HttpReply;
  readonly ms: number;
}

/** Between two looks at what another request for the same callback has got. */
const pollMs = 100;

/** Storing an answer takes its time too: only after that is whoever sent the request taken for gone. */
const graceMs = 1000;

const nobodyKnows = { fault: "nobody knows whether it arrived: the server stopped while it waited for the answer" };

/**
 * Sends a request of a callback once, however often the callback comes and whichever server it comes to: it is written
 * down before it leaves. Another one for the same callback waits for the answer of the first. When the first is gone
 * without one, only what may be repeated is sent again (RFC 9110, section 9.2.2).
 * `untilMs`: when the callback must have its answer. Undefined, and nothing is written down: it came too late to be sent. Throws {@link AnsweredMeanwhile}, {@link CallbackRefused}.
 */
export async function sendOnce(
  { store: { requests }, http, clock }: SendDeps,
  place: RequestPlace,
  request: HttpRequest,
  untilMs: number,
): Promise<HttpOutcome | undefined> {
  const hash = createHash("sha256").update(JSON.stringify(request)).digest("base64url");
  for (;;) {
    const nowMs = clock.now().getTime();
    const withinMs = Math.min(request.timeoutSeconds * 1000, untilMs - nowMs);
    if (withinMs <= 0) return undefined;
    const mine: HttpRequestRow = {
      ...place,
      hash,
      state: "sent",
      sentAt: instant(nowMs),
      until: instant(nowMs + withinMs + graceMs),
      outcome: "",
    };
    const found = (await requests.begin(mine)) ? undefined : await requests.find(place);
    if (found?.state === "settled") throw new AnsweredMeanwhile();
    // Written below.
    if (found?.state === "answered" && found.hash === hash) return JSON.parse(found.outcome) as HttpOutcome;
    if (found !== undefined && found.until > instant(nowMs)) {
      await waitFor(found);
      continue;
    }
    const mayBeSent = found === undefined || found.hash !== hash || isRepeatable(request.method);
    if (found !== undefined && !(await requests.change(found, mine))) continue;
    const reply = mayBeSent ? await http.send(request, withinMs) : nobodyKnows;
    const outcome: HttpOutcome = { reply, ms: clock.now().getTime() - nowMs };
    if (await requests.change(mine, { state: "answered", outcome: JSON.stringify(outcome) })) return outcome;
  }

  async function waitFor({ until }: HttpRequestRow): Promise<void> {
    if (clock.now().getTime() + pollMs >= untilMs) {
      throw new CallbackRefused(`the same callback came before and waits for a web server until ${until}`);
    }
    await clock.wait(pollMs);
  }
}
