import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";

const schema = z.strictObject({});

/** Play one short beep, as before a recording. Ozeki 10 only, and inferred: its page could not be read (p_6083). */
export const beep = defineStep<z.infer<typeof schema>>({
  type: "beep",
  title: "Beep",
  description: "Plays a short tone to the caller",
  icon: "Bell",
  family: "talk",
  contexts: ["extension"],
  schema,
  defaults: {},
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (_data) => said`A short tone`,
  emit(_data, out) {
    out.at(out.label(), { op: "do", commands: [out.command("Beep")], next: out.port("next") });
  },
  *simulate(_data, call) {
    yield* call.do({ effect: "beep" });
    return "next";
  },
});
