import { z } from "zod";
import { defineStep } from "../definition.ts";

/** End the call. */
export const hangUp = defineStep({
  type: "hang-up",
  title: "Hang up",
  description: "Ends the call",
  icon: "PhoneOff",
  family: "end",
  contexts: ["extension"],
  schema: z.strictObject({}),
  defaults: {},
  ports: () => [],
  summary: () => "The call ends",
  emit: (_data, out) => out.at(out.label(), { op: "end", commands: [out.command("Hangup")] }),
  *simulate(_data, call) {
    yield* call.hangUp();
    return undefined;
  },
});
