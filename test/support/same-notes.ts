import { isDeepStrictEqual } from "node:util";
import type { Transcript } from "@ozflow/compiler";

/**
 * What the flow says of a call comes to us no later than the call ends. Of one that is broken off some may be missing,
 * or, where it was certain to come, there before the caller was.
 */
export function notesTheSame(meant: Transcript, made: Transcript): boolean {
  if (endOf(meant) === "flow") return isDeepStrictEqual(meant.told, made.told);
  const common = Math.min(meant.told.length, made.told.length);
  return isDeepStrictEqual(meant.told.slice(0, common), made.told.slice(0, common));
}

/** Who ended it: "flow" for a call that went away, too. */
function endOf({ events }: Transcript): "flow" | "caller" | "limit" {
  const last = events.findLast((one) => one.event !== "fault");
  return last?.event === "hung-up" ? last.by : "flow";
}
