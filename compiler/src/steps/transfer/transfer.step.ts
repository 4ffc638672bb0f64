import { z } from "zod";
import { defineStep } from "../definition.ts";
import { phone } from "../fields/fields.ts";

const schema = z.strictObject({ target: phone({ title: "Transfer to", placeholder: "2000" }) });

/** Blind transfer: the caller goes to another number. When that fails the PBX runs the next command (p_7631). */
export const transfer = defineStep<z.infer<typeof schema>>({
  type: "transfer",
  title: "Transfer",
  description: "Connects the caller with another number (blind transfer)",
  icon: "ArrowsExchange",
  family: "connect",
  contexts: ["extension"],
  schema,
  defaults: { target: "" },
  ports: () => [{ id: "failed", title: "Transfer failed", kind: "failure" }],
  summary: (data) => (data.target === "" ? "No number yet" : `to ${data.target}`),
  check: (data) =>
    data.target.trim() === ""
      ? [
          {
            code: "number-missing",
            severity: "error",
            message: "callers go nowhere; enter the number to transfer to.",
            path: ["target"],
          },
        ]
      : [],
  emit(_data, out) {
    out.at(out.label(), {
      op: "do",
      commands: [out.command("BlindTransfer", {}, out.field("target"))],
      next: out.port("failed"),
    });
  },
  *simulate(data, call) {
    yield* call.transfer(data.target);
    return "failed";
  },
});
