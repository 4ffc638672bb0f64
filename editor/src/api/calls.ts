import { ask } from "./client.ts";
import type { Call } from "./types.ts";

export const outcomes = ["open", "ended", "failed"] as const;

/** Which calls are meant; "" narrows nothing. Times are ISO 8601. */
export interface CallFilter {
  readonly flow: string;
  readonly outcome: "" | (typeof outcomes)[number];
  /** What the flow said of the call last. */
  readonly disposition: string;
  readonly number: string;
  readonly since: string;
  readonly until: string;
}

/** The last row of a page: where the next one begins. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

/** A recording that the phone system told of; it lies there. */
export interface Recording {
  readonly id: string;
  readonly at: string;
  /** As the phone system writes it; not always an address that a browser can open. */
  readonly url: string;
  readonly callId: string;
  readonly flowName: string;
  readonly caller: string;
  readonly dialed: string;
}

const rowsPerPage = 50;

export const callsApi = {
  list: (filter: CallFilter, before?: Place) =>
    ask<{ calls: readonly Call[]; next: Place | null }>("GET", `/calls?${asQuery(filter, page(before))}`),
  recordings: (filter: CallFilter, before?: Place) =>
    ask<{ recordings: readonly Recording[]; next: Place | null }>(
      "GET",
      `/recordings?${asQuery(filter, page(before))}`,
    ),
  /** What flows have said of their calls, each word once; "" is any flow. */
  dispositions: (flow: string) =>
    ask<{ dispositions: readonly string[] }>("GET", `/dispositions${flow === "" ? "" : `?flow=${flow}`}`),
  /** All of these calls, for spreadsheets. */
  csvAddress: (filter: CallFilter) => `/api/calls.csv?${asQuery(filter)}`,
};

function asQuery(filter: CallFilter, more: Readonly<Record<string, string>> = {}): string {
  return new URLSearchParams(Object.entries({ ...filter, ...more }).filter(([, value]) => value !== "")).toString();
}

function page(before: Place | undefined): Record<string, string> {
  const limit = String(rowsPerPage);
  return before === undefined ? { limit } : { limit, beforeAt: before.at, beforeId: before.id };
}
