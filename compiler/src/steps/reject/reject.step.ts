import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";

/** Refuse an incoming call without answering it. Only the first command of a call can do that (Reject, p_7657). */
export const reject = defineStep({
  type: "reject",
  title: "Reject",
  description: "Refuses the call without answering it",
  icon: "Ban",
  family: "end",
  contexts: ["extension"],
  schema: z.strictObject({}),
  defaults: {},
  ports: () => [],
  summary: () => said`The call is never answered`,
  emit: (_data, out) => out.at(out.label(), { op: "end", commands: [out.command("Reject")] }),
  *simulate(_data, call) {
    yield* call.reject();
    return undefined;
  },
});
