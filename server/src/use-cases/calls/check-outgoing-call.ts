import { said } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";
import { type Guard, judgeNumber } from "../../guard/guard.ts";
import { Refusal } from "../../refusal.ts";
import { quietMs } from "./look-at-calls.ts";

type GuardDeps = Pick<Deps, "store" | "guards" | "clock">;

/** Throws when the number may not be dialled. What documents of a flow let the phone system dial is not seen here. */
export async function checkNumber({ guards }: GuardDeps, number: string, flowId?: string): Promise<void> {
  const both = [guards.total(), ...(flowId === undefined ? [] : [await guards.ofFlow(flowId)])];
  if (both.every((guard) => judgeNumber(guard, number).allowed)) return;
  throw new Refusal(
    "number-not-allowed",
    said`${number} may not be called: an administrator has set which numbers are allowed (Security, outgoing calls).`,
  );
}

/**
 * Throws when there are too many calls already. The call itself is stored before and counts, so that of two that come at
 * the same time, on whichever server, none gets through that should not.
 */
export async function checkLimits(deps: GuardDeps, flowId: string): Promise<void> {
  await checkOne(deps, deps.guards.total(), undefined);
  await checkOne(deps, await deps.guards.ofFlow(flowId), flowId);
}

async function checkOne({ store, clock }: GuardDeps, guard: Guard, flowId: string | undefined): Promise<void> {
  const ago = (ms: number) => new Date(clock.now().getTime() - ms).toISOString();
  if (guard.concurrent !== null && (await store.calls.countOpenOutgoing(ago(quietMs), flowId)) > guard.concurrent) {
    throw new Refusal(
      "too-many-calls",
      flowId === undefined
        ? said`At most ${guard.concurrent} calls may be on at the same time. Try later.`
        : said`At most ${guard.concurrent} calls of this flow may be on at the same time. Try later.`,
    );
  }
  if (guard.perHour !== null && (await store.calls.countOutgoingSince(ago(3_600_000), flowId)) > guard.perHour) {
    throw new Refusal(
      "too-many-calls",
      flowId === undefined
        ? said`At most ${guard.perHour} calls may be started in an hour. Try later.`
        : said`At most ${guard.perHour} calls of this flow may be started in an hour. Try later.`,
    );
  }
}
