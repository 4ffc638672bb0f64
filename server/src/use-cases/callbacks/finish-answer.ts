import type { Answer, Answering } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";
import { type HttpOutcome, sendOnce } from "./send-once.ts";

/** What a web server was asked in a call, and what came of it. */
export interface RequestMade {
  readonly step: string;
  readonly method: string;
  /** What secret variables hold is hidden in it. */
  readonly url: string;
  readonly status?: number;
  /** Why there is no answer. */
  readonly fault?: string;
  readonly ms: number;
}

/** Whose requests are sent once. */
export interface Claim {
  readonly claim: string;
  readonly turn: number;
  readonly began: string;
  readonly seed: string;
}

export interface Finished {
  readonly answer: Answer;
  readonly requests: readonly RequestMade[];
  /** Whether requests of the claim are stored, to be settled with the callback. */
  readonly areStored: boolean;
}

const noTimeLeft: HttpOutcome = { reply: { fault: "there was no time left for it in this callback" }, ms: 0 };

/** Of the time that a callback may take: the rest is for storing what came of it. */
const shareForRequests = 0.9;

/** Asks the web servers that an answer needs, one after the other, all of them within the time of one callback. */
export async function finishAnswer(
  deps: Pick<Deps, "store" | "http" | "clock" | "settings">,
  answering: Answering,
  claim: Claim,
): Promise<Finished> {
  const untilMs = deps.clock.now().getTime() + deps.settings.callbackSeconds * shareForRequests * 1000;
  const requests: RequestMade[] = [];
  let areStored = false;
  let next = answering.next();
  while (!next.done) {
    const { step, request, shownUrl } = next.value;
    const outcome = await sendOnce(deps, { ...claim, number: requests.length }, request, untilMs);
    areStored ||= outcome !== undefined;
    const { reply, ms } = outcome ?? noTimeLeft;
    const came = "fault" in reply ? { fault: reply.fault } : { status: reply.status };
    requests.push({ step, method: request.method, url: shownUrl, ...came, ms });
    next = answering.next(reply);
  }
  return { answer: next.value, requests, areStored };
}
