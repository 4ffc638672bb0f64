import { attendedTransfer } from "./attended-transfer/attended-transfer.step.ts";
import { beep } from "./beep/beep.step.ts";
import { businessHours } from "./business-hours/business-hours.step.ts";
import { callChanged } from "./call-changed/call-changed.step.ts";
import { callSetup } from "./call-setup/call-setup.step.ts";
import { collectDigits } from "./collect-digits/collect-digits.step.ts";
import { condition } from "./condition/condition.step.ts";
import type { StepDefinition } from "./definition.ts";
import { delay } from "./delay/delay.step.ts";
import { deliveryReport } from "./delivery-report/delivery-report.step.ts";
import { disposition } from "./disposition/disposition.step.ts";
import { file } from "./file/file.step.ts";
import { forward } from "./forward/forward.step.ts";
import { goTo } from "./go-to/go-to.step.ts";
import { hangUp } from "./hang-up/hang-up.step.ts";
import { hold } from "./hold/hold.step.ts";
import { httpRequest } from "./http-request/http-request.step.ts";
import { incomingCall } from "./incoming-call/incoming-call.step.ts";
import { lookup } from "./lookup/lookup.step.ts";
import { loop } from "./loop/loop.step.ts";
import { menu } from "./menu/menu.step.ts";
import { messageReceived } from "./message-received/message-received.step.ts";
import { outgoingCall } from "./outgoing-call/outgoing-call.step.ts";
import { placeCall } from "./place-call/place-call.step.ts";
import { play } from "./play/play.step.ts";
import { randomSplit } from "./random-split/random-split.step.ts";
import { rawOzml } from "./raw-ozml/raw-ozml.step.ts";
import { receiveAlarm } from "./receive-alarm/receive-alarm.step.ts";
import { record } from "./record/record.step.ts";
import { reject } from "./reject/reject.step.ts";
import { requestCall } from "./request-call/request-call.step.ts";
import { returnStep } from "./return/return.step.ts";
import { route } from "./route/route.step.ts";
import { routing } from "./routing/routing.step.ts";
import { say } from "./say/say.step.ts";
import { sendAlarm } from "./send-alarm/send-alarm.step.ts";
import { sendDtmf } from "./send-dtmf/send-dtmf.step.ts";
import { sendEmail } from "./send-email/send-email.step.ts";
import { sendMessage } from "./send-message/send-message.step.ts";
import { sendSms } from "./send-sms/send-sms.step.ts";
import { setLanguage } from "./set-language/set-language.step.ts";
import { setVariable } from "./set-variable/set-variable.step.ts";
import { subFlow } from "./sub-flow/sub-flow.step.ts";
import { transfer } from "./transfer/transfer.step.ts";
import { waitForMessage } from "./wait-for-message/wait-for-message.step.ts";

/** Every step kind, in the order of the palette. A new kind is its folder and one line here. */
const all = [
  incomingCall,
  outgoingCall,
  callChanged,
  routing,
  messageReceived,
  deliveryReport,
  say,
  play,
  beep,
  delay,
  menu,
  collectDigits,
  record,
  receiveAlarm,
  waitForMessage,
  transfer,
  attendedTransfer,
  forward,
  hold,
  sendDtmf,
  placeCall,
  requestCall,
  callSetup,
  sendSms,
  sendEmail,
  sendMessage,
  sendAlarm,
  condition,
  businessHours,
  lookup,
  randomSplit,
  setVariable,
  setLanguage,
  httpRequest,
  disposition,
  subFlow,
  loop,
  file,
  rawOzml,
  hangUp,
  reject,
  route,
  goTo,
  returnStep,
];

/** The one cast of the project: each definition knows its own data, the list cannot. Data is parsed by the definition's
 * schema before any of its questions is asked (`phases/1-parse`). */
export const stepDefinitions = all as unknown as readonly StepDefinition[];

const byType = new Map(stepDefinitions.map((definition) => [definition.type, definition]));

export function findStepDefinition(type: string): StepDefinition | undefined {
  return byType.get(type);
}
