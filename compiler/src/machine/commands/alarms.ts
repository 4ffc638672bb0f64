import type { Outcome, Reply } from "../../line/effects.ts";
import { child } from "../../ozml/document.ts";
import type { Executor } from "../executor.ts";
import { optional } from "./talk.ts";

/** Calls a monitoring station and delivers a Contact ID message; ResultUrl hears how it went (p_7659). */
export const sendAlarm: Executor = function* (element, machine) {
  const url = machine.parameter(element, "ResultUrl");
  const given = (name: string) => machine.parameter(element, name) ?? "";
  yield {
    effect: "send-alarm",
    number: given("PhoneNumber"),
    account: given("AccountNumber"),
    eventQualifier: given("EventQualifier") || "NewEvent",
    eventCode: given("EventCode"),
    partition: given("PartitionNumber"),
    zone: given("ZoneNumber"),
    ...optional(
      "afterwards",
      url === undefined
        ? undefined
        : ({ ok }: Outcome) =>
            // Name and parameters are inferred: the pages only say that the URL is requested.
            machine.report(url, "AlarmNotificationResult", { [machine.names.status]: ok ? "Success" : "Failed" }),
    ),
  };
  return "next";
};

/** Runs the commands of Received, with the fields of the message as variables, when one came (p_7670). */
export const receiveAlarm: Executor = function* (element, machine) {
  const { alarm }: Reply = yield { effect: "await-alarm" };
  if (alarm === undefined) return "next";
  for (const [field, value] of Object.entries(alarm)) machine.setVariable(field, value);
  return yield* machine.run(child(element, "Received")?.children ?? []);
};
