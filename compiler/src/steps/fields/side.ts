import type { AttributeInput, Emitter } from "../../instructions/builder.ts";
import type { Party } from "../../line/effects.ts";
import type { Call, CallSide } from "../call.ts";
import { choice, line } from "./fields.ts";

const parties = ["caller", "callee", "all"] as const;

/** In a call between two others each command says whose ears it means (p_4690, p_4692); on our extension it is ignored. */
export const sideFields = {
  party: choice(parties, {
    title: "Who is meant",
    labels: ["The caller", "The callee", "Both"],
    help: "Only in a call between two others: there nobody is meant unless it is said.",
    advanced: true,
  }).optional(),
  callId: line({
    title: "In another call",
    placeholder: "The call itself",
    help: "Only in a call between two others: the id of the call that is meant.",
    advanced: true,
  }).optional(),
};

interface SideData {
  readonly party?: Party | undefined;
  readonly callId?: string | undefined;
}

/** Who is meant where nothing else is said: the manual makes Party mandatory and gives no default. */
const usualParty: Party = "caller";

export function sideAttributes(data: SideData, out: Emitter): AttributeInput {
  if (out.context !== "third-party") return {};
  return { Party: data.party === undefined ? usualParty : out.field("party"), CallId: out.field("callId") };
}

/** The same, as meaning. */
export function sideIn(data: SideData, call: Call): CallSide {
  if (call.context !== "third-party") return {};
  return { party: data.party ?? usualParty, ...(data.callId === undefined ? {} : { callId: data.callId }) };
}

/** Which side of a call leaves it by a transfer. */
export const transferorFields = {
  transferor: choice(["caller", "callee"], {
    title: "Who transfers, and leaves",
    labels: ["The caller", "The callee"],
    help: "Only in a call between two others.",
    advanced: true,
  }).optional(),
};

export const usualTransferor = "callee";
