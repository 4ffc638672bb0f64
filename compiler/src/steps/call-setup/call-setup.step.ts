import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { phone } from "../fields/fields.ts";
import { missing } from "../fields/missing.ts";

const schema = z.strictObject({
  caller: phone({ title: "Ring first", placeholder: "101" }),
  callee: phone({ title: "Connect with", placeholder: "102" }),
});

/** Set up a call between two numbers (p_7666). Ozeki 10 only. */
export const callSetup = defineStep<z.infer<typeof schema>>({
  type: "call-setup",
  title: "Connect two numbers",
  description: "Sets up a call between two numbers",
  icon: "PhoneCalling",
  family: "connect",
  contexts: ["extension", "message"],
  schema,
  defaults: { caller: "", callee: "" },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) => said`${data.caller || "…"} with ${data.callee || "…"}`,
  check: (data) =>
    missing(data, {
      caller: said`nobody is connected; enter the number to ring first.`,
      callee: said`nobody is connected; enter the number to connect with.`,
    }),
  emit(_data, out) {
    const attributes = { Caller: out.field("caller"), Callee: out.field("callee") };
    out.at(out.label(), { op: "do", commands: [out.command("CallSetup", attributes)], next: out.port("next") });
  },
  *simulate(data, call) {
    yield* call.do({
      effect: "connect-numbers",
      caller: call.text(data.caller),
      callee: call.text(data.callee),
    });
    return "next";
  },
});
