import type { Flow } from "../../flow/index.ts";
import { type Memory, noMemory } from "../memory.ts";
import { callFlows } from "./call-flows.ts";
import type { Linked } from "./link-steps.ts";

export type { LinkedFlow, LinkedStep } from "./link-steps.ts";

/**
 * A flow whose edges can be followed, the flows that it calls written out in place of the steps that call them: nothing
 * after this knows of calls.
 */
export function linkFlow(flow: Flow, memory: Memory = noMemory): Linked {
  return callFlows(flow, flow.subFlows ?? {}, memory);
}
