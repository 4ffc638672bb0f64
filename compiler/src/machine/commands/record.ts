import type { Executor } from "../executor.ts";
import { optional, toSeconds } from "./talk.ts";

/**
 * Records until a finish digit, silence, the longest time or a hang-up; then notifies FinishedUrl (p_7641). In third
 * party control only Format, CallId and FinishedUrl count (p_4803).
 */
export const record: Executor = function* (element, machine) {
  const alone = machine.context === "extension";
  const duration = alone ? machine.parameter(element, "Duration") : undefined;
  const inactivity = alone ? machine.parameter(element, "Inactivity") : undefined;
  const finishKeys = alone ? (machine.parameter(element, "FinishDigits") ?? "") : "";
  const isEndless = alone && duration === undefined && inactivity === undefined && finishKeys === "";
  if (isEndless && machine.dialect.endlessRecording === "nothing") return "next";
  const reply = yield {
    effect: "record",
    ...(duration === undefined ? {} : { maxSeconds: toSeconds(duration) }),
    ...(inactivity === undefined ? {} : { silenceSeconds: toSeconds(inactivity) }),
    finishKeys,
    format: machine.parameter(element, "Format")?.toLowerCase() === "wav" ? "wav" : "mp3",
    ...optional("callId", machine.otherCall(element, "CallId")),
  };
  const url = machine.parameter(element, "FinishedUrl", "FinishedURL");
  if (url === undefined) return "next";
  const { names, dialect } = machine;
  const after = yield* machine.request(url, "RecordCompleted", { [names.recordUrl]: reply.url }, { mayBeEmpty: true });
  return after === "next" && dialect.recordReply === "instead-of-rest" ? "over" : after;
};
