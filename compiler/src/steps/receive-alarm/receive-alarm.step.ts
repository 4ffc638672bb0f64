import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";

/** What the PBX knows inside Received (p_7670). */
const gives = ["account", "eventqualifier", "eventcode", "eventname", "partition", "zone"];

/** Take a Contact ID message that an alarm panel sends over the call, and do something with its fields. */
export const receiveAlarm = defineStep({
  type: "receive-alarm",
  title: "Receive alarm",
  description: "Takes the message of an alarm panel that is on the line",
  icon: "BellRinging",
  family: "ask",
  contexts: ["extension"],
  schema: z.strictObject({}),
  defaults: {},
  ports: () => [
    { id: "next", title: said`Then`, kind: "next" },
    { id: "received", title: said`Received`, kind: "choice", optional: true, body: { gives } },
  ],
  summary: () => said`An alarm panel tells what happened`,
  emit(_data, out) {
    out.enclose(out.label(), {
      command: out.command("ReceiveAlarmNotification"),
      ports: [{ port: "received", element: "Received" }],
      next: out.port("next"),
    });
  },
  *simulate(_data, call) {
    const { alarm } = yield* call.do({ effect: "await-alarm" });
    if (alarm === undefined) return "next";
    const fields = Object.entries(alarm).map(([name, value]) => [name.toLowerCase(), value]);
    return (yield* call.inside("received", Object.fromEntries(fields))) ? "next" : undefined;
  },
});
