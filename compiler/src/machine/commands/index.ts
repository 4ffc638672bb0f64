import type { CommandName } from "../../ozml/vocabulary.ts";
import type { Executor } from "../executor.ts";
import { receiveAlarm, sendAlarm } from "./alarms.ts";
import { attendedTransfer, forwardCall, hold, route, sendDtmf, unhold } from "./call-control.ts";
import { blindTransfer, call, callSetup } from "./connect.ts";
import { exit, goTo, hangup, reject } from "./control.ts";
import { deleteFile, moveFile } from "./files.ts";
import { sendEmail, sendMsg, sendSms, waitForMsg } from "./messages.ts";
import { record } from "./record.ts";
import { request } from "./request.ts";
import { beep, delay, play, speak } from "./talk.ts";
import { userInput } from "./user-input.ts";
import { array, forEach, variable } from "./variables.ts";

/** Every command that can stand in a response. The others belong to the HTTP API; they are reported and passed over. */
export const executors: Readonly<Partial<Record<CommandName, Executor>>> = {
  Array: array,
  AttendedTransfer: attendedTransfer,
  Beep: beep,
  BlindTransfer: blindTransfer,
  Call: call,
  CallSetup: callSetup,
  Delay: delay,
  DeleteFile: deleteFile,
  Exit: exit,
  ForEach: forEach,
  ForwardCall: forwardCall,
  GoTo: goTo,
  Hangup: hangup,
  Hold: hold,
  MoveFile: moveFile,
  Play: play,
  ReceiveAlarmNotification: receiveAlarm,
  Record: record,
  Reject: reject,
  Request: request,
  Route: route,
  SendAlarmNotification: sendAlarm,
  SendDTMF: sendDtmf,
  SendEmail: sendEmail,
  SendMsg: sendMsg,
  SendSms: sendSms,
  Speak: speak,
  Unhold: unhold,
  UserInput: userInput,
  Var: variable,
  WaitForMsg: waitForMsg,
};

/** Commands that mean nothing where there is no call: in the reply to a message. */
export const needsCall: ReadonlySet<string> = new Set<CommandName>([
  "Beep",
  "BlindTransfer",
  "Hangup",
  "Play",
  "ReceiveAlarmNotification",
  "Record",
  "Reject",
  "Speak",
  "UserInput",
]);
