import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { field } from "../fields/field.ts";
import { choice, phone } from "../fields/fields.ts";
import { missing } from "../fields/missing.ts";

const digits = (title: string, pattern: RegExp, words: string, placeholder: string) =>
  field(z.string().regex(pattern, words), { title, control: "digits", placeholder });

const schema = z.strictObject({
  number: phone({ title: "Monitoring station", placeholder: "101" }),
  account: digits("Account", /^[0-9]{4}$/, said`write exactly 4 digits`.message, "1234"),
  eventCode: digits("Event code", /^[0-9]{1,3}$/, said`write up to 3 digits`.message, "110"),
  qualifier: choice(["NewEvent", "NewRestore", "StatusReport"], {
    title: "Kind",
    labels: ["New event", "Restored", "Status report"],
  }),
  partition: digits("Partition", /^[0-9]{1,2}$/, said`write up to 2 digits`.message, "1"),
  zone: digits("Zone", /^[0-9]{1,3}$/, said`write up to 3 digits`.message, "10"),
});

/** Call a monitoring station and deliver a Contact ID alarm (p_7659). */
export const sendAlarm = defineStep<z.infer<typeof schema>>({
  type: "send-alarm",
  title: "Send alarm",
  description: "Reports an alarm to a monitoring station",
  icon: "Urgent",
  family: "connect",
  contexts: ["extension", "message"],
  schema,
  defaults: {
    number: "",
    account: "1234",
    eventCode: "110",
    qualifier: "NewEvent",
    partition: "1",
    zone: "1",
  },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) =>
    data.number === "" ? said`${data.eventCode} to nobody yet` : said`${data.eventCode} to ${data.number}`,
  check: (data) => missing(data, { number: said`nobody hears of the alarm; enter the number of the station.` }),
  emit(_data, out) {
    const attributes = {
      PhoneNumber: out.field("number"),
      AccountNumber: out.field("account"),
      EventCode: out.field("eventCode"),
      EventQualifier: out.field("qualifier"),
      PartitionNumber: out.field("partition"),
      ZoneNumber: out.field("zone"),
    };
    const command = out.command("SendAlarmNotification", attributes);
    out.at(out.label(), { op: "do", commands: [command], next: out.port("next") });
  },
  *simulate(data, call) {
    yield* call.do({
      effect: "send-alarm",
      number: call.text(data.number),
      account: data.account,
      eventQualifier: data.qualifier,
      eventCode: data.eventCode,
      partition: data.partition,
      zone: data.zone,
    });
    return "next";
  },
});
