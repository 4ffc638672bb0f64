import type { Executor } from "../executor.ts";
import { toSeconds } from "./talk.ts";

/** Records until a finish digit, silence, the longest time or a hang-up; then notifies FinishedUrl (p_7641). */
export const record: Executor = function* (element, machine) {
  const duration = machine.parameter(element, "Duration");
  const inactivity = machine.parameter(element, "Inactivity");
  const reply = yield {
    effect: "record",
    ...(duration === undefined ? {} : { maxSeconds: toSeconds(duration) }),
    ...(inactivity === undefined ? {} : { silenceSeconds: toSeconds(inactivity) }),
    finishKeys: machine.parameter(element, "FinishDigits") ?? "",
    format: machine.parameter(element, "Format")?.toLowerCase() === "wav" ? "wav" : "mp3",
  };
  const url = machine.parameter(element, "FinishedUrl", "FinishedURL");
  if (url === undefined) return "next";
  const after = yield* machine.request(url, "RecordCompleted", { RecordURL: reply.url });
  return after === "next" && machine.dialect.recordReply === "instead-of-rest" ? "over" : after;
};
