import { type Flow, linkFlow, ownStep, refutationsOf, review, stepsOfTrial } from "@ozflow/compiler";
import type { KnownWorld } from "./known-world.ts";
import type { Proof } from "./protocol.ts";

/** What the flow is claimed to do for every caller, with the way of each call that shows otherwise. */
export function proveFlow(flow: Flow, known: KnownWorld): Proof {
  const { claims, diagnostics, ends } = review(flow, known);
  const { linked } = linkFlow(flow);
  return {
    diagnostics,
    ends,
    claims: claims.map((claim) => ({
      ...claim,
      // A step of a flow that is called is shown as the one that calls.
      refutations: refutationsOf(claim).map((one) => ({
        ...one,
        steps: one.steps.map(ownStep),
        path: stepsOfTrial(one.call, linked).map(ownStep),
      })),
    })),
  };
}
