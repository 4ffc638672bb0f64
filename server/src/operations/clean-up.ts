import type { Clock, Log } from "../deps.ts";
import type { RetentionStore } from "../store/retention-store.ts";
import { sessionLifeMs } from "../use-cases/callbacks/continue-call.ts";

/** Days that things are kept. */
export interface KeptDays {
  readonly calls: number;
  /** Links to recordings; never longer than their calls. */
  readonly recordings: number;
  readonly audit: number;
}

export const cleanUpSeconds = 600;

const dayMs = 86_400_000;
/** Few at once, so that a callback never waits long for the database. */
const batch = 200;
/** Rows of calls in one round; the rest comes with the next. */
const mostCalls = 10_000;

/** One round: deletes what is older than it is kept. */
export function createCleanUp(
  { retention, clock, log }: { readonly retention: RetentionStore; readonly clock: Clock; readonly log: Log },
  days: KeptDays,
): () => Promise<void> {
  return async () => {
    const ago = (ms: number) => new Date(clock.now().getTime() - ms).toISOString();
    // An address of a session that is over for less than that is still told why it leads nowhere.
    await retention.deleteSessions(ago(2 * sessionLifeMs));
    await retention.deleteTableVersions(ago(2 * sessionLifeMs));
    await retention.deleteRequests(ago(dayMs));
    await retention.deleteCallRequests(ago(dayMs));
    await retention.deleteAudit(ago(days.audit * dayMs));
    await retention.deleteRecordings(ago(days.recordings * dayMs));
    let count = 0;
    for (let deleted = batch; deleted === batch && count < mostCalls; count += deleted) {
      deleted = await retention.deleteCalls(ago(days.calls * dayMs), batch);
    }
    if (count > 0) log.info("Old calls were deleted", { count, olderThanDays: days.calls });
  };
}
