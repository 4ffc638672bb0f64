import { type Conversation, type RouteDecision, type RoutedCall, runRouting } from "@ozflow/compiler";

/** Attempts after which a call that is routed from one place to the next is given up. */
const maxAttempts = 5;

export interface Routing {
  readonly url: string;
  readonly source: string;
  readonly dialed: string;
  /** Runs a conversation that holds no call. */
  run(conversation: Conversation): Promise<void>;
  /** Rings there; resolves with what came of it. */
  ring(destination: string, ringSeconds: number): Promise<"answered" | RoutedCall["lastState"]>;
}

/**
 * Asks before ringing and again after each failure, until somebody answers, the caller is refused or the dial plan is
 * left to decide, which here rings the number that was dialled. Resolves with whether somebody answered.
 */
export async function routeCall({ url, source, dialed, run, ring }: Routing): Promise<boolean> {
  let lastState: RoutedCall["lastState"] = "Calling";
  let lastExtension = "";
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    let decision: RouteDecision | undefined;
    const asked: RoutedCall = {
      url,
      callerId: source,
      callerExtension: source,
      originalDialed: dialed,
      lastDialed: lastExtension || dialed,
      lastExtension,
      lastState,
    };
    await run(
      (function* () {
        decision = yield* runRouting(asked);
      })(),
    );
    // Assigned inside the generator, which the compiler does not follow.
    const { target, ringSeconds } = (decision as RouteDecision | undefined) ?? { target: dialed, ringSeconds: 90 };
    if (target === "") return false;
    const result = await ring(target, ringSeconds);
    if (result === "answered") return true;
    if (decision === undefined) return false;
    lastState = result;
    lastExtension = target;
  }
  return false;
}
