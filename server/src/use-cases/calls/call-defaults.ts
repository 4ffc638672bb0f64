import { type Flow, findStepDefinition } from "@ozflow/compiler";
import { z } from "zod";

/** What an outgoing-call step says about the calls that begin at it. "" and absent: nothing. */
const callDefaults = z.object({
  number: z.string().default(""),
  callerId: z.string().default(""),
  callerDisplayName: z.string().default(""),
  ringSeconds: z.number().optional(),
});

export type CallDefaults = z.infer<typeof callDefaults>;

/** The values a flow gives its calls when whoever starts one gives none. */
export function readCallDefaults(flow: Flow): CallDefaults {
  const entry = flow.steps.find((step) => findStepDefinition(step.type)?.entry === "outgoing-call");
  return callDefaults.parse(entry?.data ?? {});
}
