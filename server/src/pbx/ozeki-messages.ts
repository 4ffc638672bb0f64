import type { PbxMessages } from "./driver.ts";
import type { SendCommand } from "./ozeki-command.ts";
import { entriesOf, textOf } from "./ozeki-reply.ts";

export function ozekiMessages(send: SendCommand): PbxMessages {
  return {
    async sendSms(sms) {
      const reply = await send("SendSms", {
        Recipient: sms.recipient,
        Message: sms.text,
        Sender: sms.sender,
        DeliveryReportURL: sms.deliveryReportUrl,
        ApiExtension: sms.apiExtension,
      });
      const smsId = textOf(reply, "SmsId");
      return smsId === "" ? {} : { smsId };
    },
    async sendEmail(email) {
      const reply = await send("SendEmail", {
        Recipient: email.recipient,
        Message: email.text,
        Subject: email.subject,
        Sender: email.sender,
        Attachments: email.attachments?.join(";"),
        ApiExtension: email.apiExtension,
      });
      const emailId = textOf(reply, "EmailId");
      return emailId === "" ? {} : { emailId };
    },
    async sendMessage({ recipient, text, type, originator }) {
      await send("SendMessage", {
        Action: "sendmessage",
        Recipient: recipient,
        MessageData: text,
        MessageType: type,
        Originator: originator,
      });
    },
    async receiveMessages({ folder, limit, delete: isDeleted = false }) {
      const reply = await send("ReceiveMessage", {
        Action: "receivemessage",
        Folder: folder,
        Limit: limit,
        AfterDownload: isDeleted ? "delete" : undefined,
        ResponseFormat: "xml",
      });
      // Container and fields are inferred: no stored page shows a reply (reference, section 3, ReceiveMessage).
      return entriesOf(reply, ["Messages"], ["Message"]).map((one) => ({
        id: textOf(one, "MessageId"),
        sender: textOf(one, "Originator", "Sender"),
        recipient: textOf(one, "Recipient"),
        text: textOf(one, "MessageData", "Text"),
      }));
    },
    async sendAlarm(alarm) {
      await send("SendAlarmNotification", {
        PhoneNumber: alarm.number,
        AccountNumber: alarm.account,
        EventCode: alarm.eventCode,
        EventQualifier: alarm.eventQualifier,
        PartitionNumber: alarm.partition,
        ZoneNumber: alarm.zone,
        ApiExtension: alarm.apiExtension,
        ResultUrl: alarm.resultUrl,
      });
    },
  };
}
