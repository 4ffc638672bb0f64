import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { sideFields, sideIn } from "../fields/side.ts";

const { callId } = sideFields;
const schema = z.strictObject({ callId });

/** End the call; in third party control another call, if one is named. */
export const hangUp = defineStep<z.infer<typeof schema>>({
  type: "hang-up",
  title: "Hang up",
  description: "Ends the call",
  icon: "PhoneOff",
  family: "end",
  contexts: ["extension", "third-party"],
  schema,
  defaults: {},
  ports: () => [],
  summary: () => said`The call ends`,
  emit(_data, out) {
    const attributes = out.context === "third-party" ? { CallId: out.field("callId") } : {};
    out.at(out.label(), { op: "end", commands: [out.command("Hangup", attributes)] });
  },
  *simulate(data, call) {
    const other = call.text(sideIn(data, call).callId ?? "");
    if (other === "") yield* call.hangUp();
    else yield* call.do({ effect: "end-call", callId: other });
    return undefined;
  },
});
