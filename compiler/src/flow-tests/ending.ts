import type { Transcript } from "../line/transcript.ts";

/** How a call was over. `cut-off`: it would never have ended; `goes-on`: it is no call of ours and goes on without us. */
export const endings = ["hung-up", "caller-hung-up", "transferred", "rejected", "cut-off", "goes-on"] as const;
export type HowEnded = (typeof endings)[number];

export function endingOf({ events }: Transcript): HowEnded {
  for (const one of [...events].reverse()) {
    if (one.event === "rejected") return "rejected";
    if (one.event === "transferred" && one.ok) return "transferred";
    if (one.event === "hung-up")
      return { flow: "hung-up", caller: "caller-hung-up", limit: "cut-off" }[one.by] as HowEnded;
  }
  return "goes-on";
}

/** Whom the call was transferred to; undefined: nobody took it. */
export function transferOf({ events }: Transcript): string | undefined {
  const last = events.filter((one) => one.event === "transferred").findLast(({ ok }) => ok);
  return last?.target;
}
