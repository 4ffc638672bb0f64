import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { line } from "../fields/fields.ts";
import { missing } from "../fields/missing.ts";
import { sideFields, transferorFields } from "../fields/side.ts";

const { callId } = sideFields;

const schema = z.strictObject({
  targetCallId: line({ title: "Join with the call", placeholder: "The id of a call, such as {other}" }),
  callId,
  ...transferorFields,
});

/** Join the side on hold in this call with the side reached in another; whoever held both drops out (p_7630). */
export const attendedTransfer = defineStep<z.infer<typeof schema>>({
  type: "attended-transfer",
  title: "Attended transfer",
  description: "Joins this call with another one that was made to ask first",
  icon: "ArrowsJoin",
  family: "connect",
  contexts: ["third-party"],
  schema,
  defaults: { targetCallId: "" },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) => (data.targetCallId === "" ? said`No call yet` : said`joined with ${data.targetCallId}`),
  check: (data) =>
    missing(data, { targetCallId: said`nobody is joined with anybody; enter the id of the other call.` }),
  emit(_data, out) {
    const attributes = {
      TransferredCallId: out.field("callId"),
      TargetCallId: out.field("targetCallId"),
      TransferorParty: out.field("transferor"),
    };
    out.at(out.label(), {
      op: "do",
      commands: [out.command("AttendedTransfer", attributes)],
      next: out.port("next"),
    });
  },
  *simulate(data, call) {
    yield* call.do({
      effect: "attended-transfer",
      targetCallId: call.text(data.targetCallId),
      ...(data.transferor === undefined ? {} : { transferor: data.transferor }),
      ...call.optional("callId", data.callId),
    });
    return "next";
  },
});
