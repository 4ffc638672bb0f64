import { collectDigits } from "./collect-digits/collect-digits.step.ts";
import { condition } from "./condition/condition.step.ts";
import type { StepDefinition } from "./definition.ts";
import { delay } from "./delay/delay.step.ts";
import { hangUp } from "./hang-up/hang-up.step.ts";
import { incomingCall } from "./incoming-call/incoming-call.step.ts";
import { menu } from "./menu/menu.step.ts";
import { outgoingCall } from "./outgoing-call/outgoing-call.step.ts";
import { placeCall } from "./place-call/place-call.step.ts";
import { play } from "./play/play.step.ts";
import { record } from "./record/record.step.ts";
import { reject } from "./reject/reject.step.ts";
import { say } from "./say/say.step.ts";
import { sendSms } from "./send-sms/send-sms.step.ts";
import { setVariable } from "./set-variable/set-variable.step.ts";
import { transfer } from "./transfer/transfer.step.ts";

/** Every step kind, in the order of the palette. A new kind is its folder and one line here. */
const all = [
  incomingCall,
  outgoingCall,
  say,
  play,
  delay,
  menu,
  collectDigits,
  record,
  transfer,
  placeCall,
  sendSms,
  condition,
  setVariable,
  hangUp,
  reject,
];

/** The one cast of the project: each definition knows its own data, the list cannot. Data is parsed by the definition's
 * schema before any of its questions is asked (`phases/1-parse`). */
export const stepDefinitions = all as unknown as readonly StepDefinition[];

const byType = new Map(stepDefinitions.map((definition) => [definition.type, definition]));

export function findStepDefinition(type: string): StepDefinition | undefined {
  return byType.get(type);
}
