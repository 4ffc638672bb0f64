import type { FlowTests } from "@ozflow/compiler";
import { ask } from "./client.ts";

/** The tests of a flow as the server keeps them. A change names the version it changes; 0 while there are none. */
export interface KeptTests {
  readonly version: number;
  readonly tests: FlowTests;
}

const at = (flowId: string) => `/flows/${encodeURIComponent(flowId)}/tests`;

export const flowTestsApi = {
  read: (flowId: string) => ask<KeptTests>("GET", at(flowId)),
  /** Refused with `conflict` when somebody else has changed them since. */
  save: (flowId: string, kept: KeptTests) => ask<KeptTests>("PUT", at(flowId), kept),
};
