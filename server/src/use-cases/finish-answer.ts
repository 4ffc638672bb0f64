import type { Answer, Answering, HttpReply } from "@ozflow/compiler";
import type { CallbackDeps } from "./answer-callback.ts";

/** Of the time that a callback may take: the rest is for storing what came of it. */
const shareForRequests = 0.9;

/** Asks the web servers that an answer needs, one after the other, all of them within the time of one callback. */
export async function finishAnswer(
  { http, clock, settings }: Pick<CallbackDeps, "http" | "clock" | "settings">,
  answering: Answering,
): Promise<Answer> {
  const until = clock.now().getTime() + settings.callbackSeconds * shareForRequests * 1000;
  let next = answering.next();
  while (!next.done) {
    const { request } = next.value;
    const withinMs = Math.min(request.timeoutSeconds * 1000, until - clock.now().getTime());
    const reply: HttpReply =
      withinMs > 0 ? await http.send(request, withinMs) : { fault: "there was no time left for it in this callback" };
    next = answering.next(reply);
  }
  return next.value;
}
