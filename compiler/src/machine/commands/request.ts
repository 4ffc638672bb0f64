import type { Reply } from "../../line/effects.ts";
import type { OzmlElement } from "../../ozml/document.ts";
import { said } from "../../words/said.ts";
import type { Executor, Flow, Machine, Running } from "../executor.ts";
import { optional, spaced, toSeconds } from "./talk.ts";

type Moment = "setup" | "answered" | "failed" | "over";

/**
 * When each handler of a Request runs. OnSetup and OnError are documented (p_7642); the names of the others are cut off
 * in every stored page and inferred from the call states (reference, section 6).
 */
const momentOf: Readonly<Record<string, Moment>> = {
  onsetup: "setup",
  onringing: "setup",
  onanswered: "answered",
  onincall: "answered",
  oncallconnected: "answered",
  onerror: "failed",
  onbusy: "failed",
  oncancelled: "failed",
  oncompleted: "over",
  oncallfinished: "over",
};

/**
 * Places a call and runs a handler for each state that it comes to: in the script around it while the call is set up and
 * when it fails, on the new call when it is answered.
 */
export const request: Executor = function* (element, machine) {
  for (const handler of element.children) {
    if (!(handler.name.toLowerCase() in momentOf)) {
      yield { effect: "fault", ...said`<${handler.name}> is no state of a call that is known and was passed over` };
    }
  }
  const number = spaced(machine.parameter(element, "DialedAddress") ?? "");
  const callerId = machine.parameter(element, "CallerPhoneNumber");
  const shown = callerId ?? machine.parameter(element, "ExtensionAddress") ?? machine.extension;
  const ringTime = machine.parameter(element, "RingTime");
  const setup = yield* handle("setup", element, machine);
  if (setup !== "next") return setup;
  const { ok }: Reply = yield {
    effect: "place-call",
    number,
    ...optional("callerId", callerId),
    ...optional("callerDisplayName", machine.parameter(element, "CallerDisplayName")),
    ...(ringTime === undefined ? {} : { ringSeconds: toSeconds(ringTime) }),
    waitsUntil: machine.dialect.placedCall === "waited-for" ? "over" : "answered",
    conversation: (callId) =>
      machine.placed({ number, callerId: shown, callId, commands: handlers("answered", element) }),
    ...(handlers("over", element).length === 0
      ? {}
      : {
          *afterwards(outcome) {
            if (outcome.ok) yield* machine.run(handlers("over", element));
          },
        }),
  };
  return ok ? "next" : yield* handle("failed", element, machine);
};

function* handle(moment: Moment, element: OzmlElement, machine: Machine): Running<Flow> {
  return yield* machine.run(handlers(moment, element));
}

function handlers(moment: Moment, element: OzmlElement): readonly OzmlElement[] {
  return element.children.filter((one) => momentOf[one.name.toLowerCase()] === moment).flatMap((one) => one.children);
}
