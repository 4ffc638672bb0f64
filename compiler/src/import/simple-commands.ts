import type { CommandName } from "../ozml/vocabulary.ts";
import { said } from "../words/said.ts";
import type { Taker } from "./take.ts";
import { NotHeld } from "./take.ts";

/** A step that a command becomes, and the port by which the call goes on; absent: nothing comes after it. */
export interface Became {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly port?: string;
}

type Conversion = (take: Taker) => Became;

/** Leaves out what is not there, as a step's data does. */
export function given(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

const next = (type: string, data: Readonly<Record<string, unknown>> = {}): Became => ({
  type,
  data: given(data),
  port: "next",
});

const side = (take: Taker) => ({ party: take.plain("Party"), callId: take.text("CallId") });

/** Commands that hold no others, each as the step that says the same. */
export const simpleCommands: Readonly<Partial<Record<CommandName, Conversion>>> = {
  Speak: (take) =>
    next("say", {
      say: take.content("Text"),
      language: take.text("Language"),
      voice: take.text("Voice"),
      ...side(take),
    }),
  Play: (take) => {
    const [repeat, maxSeconds] = [take.truth("Repeat"), take.whole("Timeout")];
    return next("play", { play: take.content("AudioFile"), repeat, maxSeconds, ...side(take) });
  },
  Beep: () => next("beep"),
  Delay: (take) => {
    const text = take.content("Time");
    if (!/^[0-9]{1,4}$/.test(text)) throw new NotHeld(said`"${text}" is no whole number of seconds`);
    return next("delay", { seconds: Number(text) });
  },
  Record: (take) =>
    next("record", {
      prompt: { say: "" },
      maxSeconds: take.whole("Duration"),
      silenceSeconds: take.whole("Inactivity"),
      finishKeys: take.plain("FinishDigits") ?? "",
      format: take.plain("Format") ?? "mp3",
      folder: take.text("RecordPath"),
      callId: take.text("CallId"),
    }),
  BlindTransfer: (take) => ({
    type: "transfer",
    data: given({
      target: take.content("Target"),
      transferor: take.plain("TransferorParty"),
      callId: take.text("CallId"),
    }),
    port: "failed",
  }),
  AttendedTransfer: (take) =>
    next("attended-transfer", {
      targetCallId: take.text("TargetCallId") ?? "",
      callId: take.text("TransferredCallId"),
      transferor: take.plain("TransferorParty"),
    }),
  ForwardCall: (take) => next("forward", { destination: take.text("Destination") ?? "", callId: take.text("CallId") }),
  Hold: (take) => next("hold", { action: "hold", callId: take.text("CallId") }),
  Unhold: (take) => next("hold", { action: "unhold", callId: take.text("CallId") }),
  SendDTMF: (take) => next("send-dtmf", { keys: take.plain("Keys") ?? "", ...side(take) }),
  CallSetup: (take) => next("call-setup", { caller: take.text("Caller") ?? "", callee: take.text("Callee") ?? "" }),
  SendSms: (take) =>
    next("send-sms", {
      recipient: take.text("Recipient") ?? "",
      text: take.content("Message"),
      sender: take.text("Sender") ?? "",
    }),
  SendEmail: (take) =>
    next("send-email", {
      recipient: take.text("Recipient") ?? "",
      subject: take.text("Subject") ?? "",
      text: take.content("Message"),
      sender: take.text("Sender") ?? "",
      attachments: take.text("Attachments"),
    }),
  SendMsg: (take) =>
    next("send-message", {
      connection: take.text("ToConnection") ?? "",
      address: take.text("ToAddress") ?? "",
      text: take.content("Text"),
    }),
  WaitForMsg: (take) =>
    next("wait-for-message", {
      connection: take.text("FromConnection") ?? "",
      name: take.plain("ID"),
      timeoutSeconds: take.whole("Timeout"),
    }),
  SendAlarmNotification: (take) =>
    next("send-alarm", {
      number: take.text("PhoneNumber") ?? "",
      account: take.plain("AccountNumber"),
      eventCode: take.plain("EventCode"),
      qualifier: take.plain("EventQualifier") ?? "NewEvent",
      partition: take.plain("PartitionNumber"),
      zone: take.plain("ZoneNumber"),
    }),
  MoveFile: (take) =>
    next("file", {
      action: "move",
      file: take.text("SourceFile") ?? "",
      directory: take.text("TargetDirectory") ?? "",
    }),
  DeleteFile: (take) => next("file", { action: "delete", file: take.text("SourceFile") ?? "", directory: "" }),
  Hangup: (take) => ({ type: "hang-up", data: given({ callId: take.text("CallId") }) }),
  Route: (take) => {
    const destination = take.content("Destination");
    const data = {
      action: destination === "" ? "reject" : "route",
      destination,
      ringSeconds: take.whole("RingTime"),
      callerId: take.text("CallerId") ?? "",
      dialedNumber: take.text("DialedNumber") ?? "",
    };
    const rejectsWithMore =
      destination === "" && (data.ringSeconds !== undefined || data.callerId !== "" || data.dialedNumber !== "");
    if (rejectsWithMore) throw new NotHeld(said`a call that is routed nowhere has no more to say`);
    return { type: "route", data: given(data) };
  },
};
