import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { seconds } from "../fields/fields.ts";

const schema = z.strictObject({ seconds: seconds({ title: "Wait for" }, 1, 600) });

/** Wait in silence before the call goes on. */
export const delay = defineStep<z.infer<typeof schema>>({
  type: "delay",
  title: "Delay",
  description: "Waits in silence before the call goes on",
  icon: "Clock",
  family: "talk",
  contexts: ["extension"],
  schema,
  defaults: { seconds: 2 },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) => said`${data.seconds} s of silence`,
  emit(_data, out) {
    out.at(out.label(), {
      op: "do",
      commands: [out.command("Delay", {}, out.field("seconds"))],
      next: out.port("next"),
    });
  },
  *simulate(data, call) {
    yield* call.pause(data.seconds);
    return "next";
  },
});
