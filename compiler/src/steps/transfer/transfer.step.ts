import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { phone } from "../fields/fields.ts";
import { sideFields, transferorFields, usualTransferor } from "../fields/side.ts";

const { callId } = sideFields;
const schema = z.strictObject({
  target: phone({ title: "Transfer to", placeholder: "2000" }),
  ...transferorFields,
  callId,
});

/** Blind transfer: the caller goes to another number. When that fails the PBX runs the next command (p_7631). */
export const transfer = defineStep<z.infer<typeof schema>>({
  type: "transfer",
  title: "Transfer",
  description: "Connects the caller with another number (blind transfer)",
  icon: "ArrowsExchange",
  family: "connect",
  contexts: ["extension", "third-party"],
  schema,
  defaults: { target: "" },
  ports: () => [{ id: "failed", title: said`Transfer failed`, kind: "failure" }],
  summary: (data) => (data.target === "" ? said`No number yet` : said`to ${data.target}`),
  check: (data) =>
    data.target.trim() === ""
      ? [
          {
            code: "number-missing",
            severity: "error",
            ...said`callers go nowhere; enter the number to transfer to.`,
            path: ["target"],
          },
        ]
      : [],
  emit(data, out) {
    const isOurs = out.context === "extension";
    // In extension control the examples use the text, in third party control the attribute (p_4617, p_4583).
    const command = isOurs
      ? out.command("BlindTransfer", {}, out.field("target"))
      : out.command("BlindTransfer", {
          TransferorParty: data.transferor === undefined ? usualTransferor : out.field("transferor"),
          CallId: out.field("callId"),
          Target: out.field("target"),
        });
    out.at(out.label(), { op: "do", commands: [command], next: out.port("failed") });
  },
  *simulate(data, call) {
    const isOurs = call.context === "extension";
    const { transferor = usualTransferor, callId } = data;
    yield* call.transfer(data.target, isOurs ? {} : { transferor, ...(callId === undefined ? {} : { callId }) });
    return "failed";
  },
});
