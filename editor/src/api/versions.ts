import type { Flow } from "@ozflow/compiler";
import { ask } from "./client.ts";

/** What was published once. */
export interface Revision {
  readonly revision: number;
  readonly publishedAt: string;
  /** "" when it was not written down yet. */
  readonly publishedBy: string;
  readonly message: string;
}

const of = (flowId: string) => `/flows/${encodeURIComponent(flowId)}/revisions`;

export const versionsApi = {
  /** The newest first. */
  list: async (flowId: string) => (await ask<{ revisions: readonly Revision[] }>("GET", of(flowId))).revisions,
  read: (flowId: string, revision: number) => ask<Revision & { flow: Flow }>("GET", `${of(flowId)}/${revision}`),
};
