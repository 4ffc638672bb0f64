import type { Outcome, Reply } from "../../line/effects.ts";
import type { Executor } from "../executor.ts";
import { optional, spaced, toSeconds } from "./talk.ts";

export const sendSms: Executor = function* (element, machine) {
  const url = machine.parameter(element, "DeliveryReportURL", "DelivaryReportURL");
  const { names } = machine;
  yield {
    effect: "send-sms",
    recipient: machine.parameter(element, "Recipient") ?? "",
    text: spaced(machine.text(element, "Message")),
    ...optional("sender", machine.parameter(element, "Sender")),
    ...optional(
      "afterwards",
      url === undefined
        ? undefined
        : ({ ok, id = "" }: Outcome) =>
            machine.report(url, "SMSDeliveryReport", {
              [names.smsId]: id,
              [names.status]: ok ? "Delivered" : "Failed",
            }),
    ),
  };
  return "next";
};

export const sendEmail: Executor = function* (element, machine) {
  yield {
    effect: "send-email",
    recipient: machine.parameter(element, "Recipient") ?? "",
    text: spaced(machine.text(element, "Message")),
    ...optional("subject", machine.parameter(element, "Subject")),
    ...optional("sender", machine.parameter(element, "Sender")),
    ...optional("attachments", machine.parameter(element, "Attachments")),
  };
  return "next";
};

export const sendMsg: Executor = function* (element, machine) {
  yield {
    effect: "send-message",
    connection: machine.parameter(element, "ToConnection") ?? "",
    ...optional("address", machine.parameter(element, "ToAddress")),
    text: spaced(machine.text(element, "Text")),
  };
  return "next";
};

/** Attributes are inferred: its page is not among those that could be read. Without Timeout nothing is waited for. */
export const waitForMsg: Executor = function* (element, machine) {
  const { text }: Reply = yield {
    effect: "await-message",
    connection: machine.parameter(element, "FromConnection") ?? "",
    seconds: toSeconds(machine.parameter(element, "Timeout")),
  };
  const name = machine.parameter(element, "ID");
  if (name !== undefined) machine.setVariable(name, text ?? "");
  return "next";
};
