import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";

/** A call arrives at the API extension: the PBX asks for our first document before it answers. */
export const incomingCall = defineStep({
  type: "incoming-call",
  title: "Incoming call",
  description: "A call begins here when somebody dials the extension",
  icon: "PhoneIncoming",
  family: "entry",
  contexts: ["extension"],
  entry: "incoming-call",
  schema: z.strictObject({}),
  defaults: {},
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: () => said`Somebody calls the extension`,
  emit: (_data, out) => out.at(out.label(), { op: "choose", cases: [], otherwise: out.port("next") }),
  // biome-ignore lint/correctness/useYield: the PBX answers when the first command is not Reject, so nothing happens yet.
  *simulate() {
    return "next";
  },
});
