import { type ApiCommands, invalid, refuseExtension } from "./command.ts";
import { reply, success } from "./reply.ts";
import { afterwards, alarmResult, deliveryReport } from "./reports.ts";

/** The newer table spells it in the second way (p_7649). */
const reportUrls = ["DeliveryReportURL", "DelivaryReportURL"];

const noDestination = () => reply(501, "Destination of the SMS is not found");

/** Commands that send messages and alarms, and the one that reads what came. */
export const messageCommands: ApiCommands = {
  SendSms: {
    needs: ["Recipient", "Message"],
    urls: reportUrls,
    async run(asked) {
      const { recipient = "", message = "", sender } = asked.parameters;
      const reportUrl = reportUrls.map((name) => asked.parameters[name.toLowerCase()]).find(Boolean);
      if (asked.generation === "old") {
        const refused = refuseExtension(asked);
        if (refused !== undefined) return refused;
      }
      const { ok, id = "" } = await asked.pbx.serve({
        effect: "send-sms",
        recipient,
        text: message,
        ...(sender ? { sender } : {}),
        ...afterwards(deliveryReport(reportUrl)),
      });
      return ok ? success([{ name: "SmsId", content: id }]) : noDestination();
    },
  },
  SendEmail: {
    needs: ["Recipient", "Message"],
    async run({ pbx, generation, parameters: { recipient = "", message = "", subject, sender } }) {
      const { ok, id = "" } = await pbx.serve({
        effect: "send-email",
        recipient,
        text: message,
        ...(subject ? { subject } : {}),
        ...(sender ? { sender } : {}),
      });
      if (!ok) return noDestination();
      return success(generation === "new" ? [{ name: "EmailId", content: id }] : []);
    },
  },
  SendMessage: {
    needs: ["Action", "Recipient", "MessageData"],
    async run({ pbx, parameters: { recipient = "", messagedata = "", originator } }) {
      const sender = originator ? { sender: originator } : {};
      const { ok } = await pbx.serve({ effect: "send-sms", recipient, text: messagedata, ...sender });
      return ok ? success() : noDestination();
    },
  },
  ReceiveMessage: {
    needs: ["Action"],
    run({ pbx, parameters: { folder = "inbox", limit = "100", afterdownload = "" } }) {
      if (!/^[1-9]\d*$/.test(limit)) return invalid("Limit", "ReceiveMessage");
      const messages = pbx.post.read(folder || "inbox", Number(limit), afterdownload.toLowerCase() === "delete");
      // Our own form: no stored page shows a reply (reference, section 3, ReceiveMessage).
      const content = messages.map(({ id, sender, recipient, text }) => ({
        name: "Message",
        content: Object.entries({ MessageId: id, Originator: sender, Recipient: recipient, MessageData: text }).map(
          ([name, value]) => ({ name, content: value }),
        ),
      }));
      return success([{ name: "Messages", content }]);
    },
  },
  SendAlarmNotification: {
    needs: ["PhoneNumber", "AccountNumber", "EventCode", "PartitionNumber", "ZoneNumber"],
    urls: ["ResultUrl"],
    async run({ pbx, parameters }) {
      const wrong = Object.entries(alarmFields).find(
        ([name, form]) => !form.test(parameters[name.toLowerCase()] ?? ""),
      );
      if (wrong !== undefined) return invalid(wrong[0], "SendAlarmNotification");
      const { phonenumber: number = "", accountnumber: account = "", eventcode: eventCode = "" } = parameters;
      const { eventqualifier, partitionnumber: partition = "", zonenumber: zone = "" } = parameters;
      const eventQualifier = eventqualifier || "NewEvent";
      await pbx.serve({
        effect: "send-alarm",
        number,
        account,
        eventCode,
        eventQualifier,
        partition,
        zone,
        ...afterwards(alarmResult(parameters["resulturl"])),
      });
      return success();
    },
  },
};

/** How long each number of an alarm may be (p_7659). */
const alarmFields: Readonly<Record<string, RegExp>> = {
  AccountNumber: /^\d{4}$/,
  EventCode: /^\d{1,3}$/,
  PartitionNumber: /^\d{1,2}$/,
  ZoneNumber: /^\d{1,3}$/,
};
