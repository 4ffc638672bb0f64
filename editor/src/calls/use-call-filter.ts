import { useMemo } from "react";
import { useSearchParams } from "wouter";
import { type CallFilter, outcomes } from "../api/calls.ts";

const names = ["flow", "outcome", "disposition", "number", "since", "until"] as const;

/** What is looked for stands in the address of the page, so that it can be kept and sent to somebody. */
export function useCallFilter(): readonly [CallFilter, (part: Partial<CallFilter>) => void] {
  const [search, setSearch] = useSearchParams();
  const [flow, outcome, disposition, number, since, until] = names.map((name) => search.get(name) ?? "");
  const filter = useMemo(
    () => ({
      flow: flow ?? "",
      outcome: outcomes.find((one) => one === outcome) ?? ("" as const),
      disposition: disposition ?? "",
      number: number ?? "",
      since: since ?? "",
      until: until ?? "",
    }),
    [flow, outcome, disposition, number, since, until],
  );
  const change = (part: Partial<CallFilter>) =>
    setSearch(
      (now) => {
        // The tab is always named: an empty search would leave the address as it is.
        const next = new URLSearchParams({ tab: "flows", ...Object.fromEntries(now) });
        for (const [name, value] of Object.entries(part)) {
          if (value === "") next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  return [filter, change];
}
