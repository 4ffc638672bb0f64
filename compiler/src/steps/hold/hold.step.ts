import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { choice } from "../fields/fields.ts";
import { sideFields } from "../fields/side.ts";

const { callId } = sideFields;

const schema = z.strictObject({
  action: choice(["hold", "unhold"], { title: "Do", labels: ["Put on hold", "Take off hold"] }),
  callId,
});

/** Put both legs of a call on hold, or take them off it: nothing else does (p_7636, p_7645). */
export const hold = defineStep<z.infer<typeof schema>>({
  type: "hold",
  title: "Hold",
  description: "Puts a call on hold or takes it off",
  icon: "PlayerPause",
  family: "connect",
  contexts: ["third-party"],
  schema,
  defaults: { action: "hold" },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) => (data.action === "hold" ? said`Both sides are put on hold` : said`Both sides talk again`),
  emit(data, out) {
    const command = out.command(data.action === "hold" ? "Hold" : "Unhold", { CallId: out.field("callId") });
    out.at(out.label(), { op: "do", commands: [command], next: out.port("next") });
  },
  *simulate(data, call) {
    yield* call.do({ effect: data.action, ...call.optional("callId", data.callId) });
    return "next";
  },
});
