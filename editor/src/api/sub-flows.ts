import type { SubFlow } from "@ozflow/compiler";
import { ask } from "./client.ts";

/** A flow as others go through it, and those it goes through itself, by their ids. `revision`: null, never published. */
export interface CalledFlow {
  readonly revision: number | null;
  readonly subFlows: Readonly<Record<string, SubFlow>>;
}

export const subFlowsApi = {
  find: (id: string) => ask<CalledFlow>("GET", `/flows/${encodeURIComponent(id)}/sub-flows`),
};
