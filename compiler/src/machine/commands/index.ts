import type { CommandName } from "../../ozml/vocabulary.ts";
import type { Executor } from "../executor.ts";
import { blindTransfer, call, sendSms } from "./connect.ts";
import { exit, goTo, hangup, reject, variable } from "./control.ts";
import { record } from "./record.ts";
import { delay, play, speak } from "./talk.ts";
import { userInput } from "./user-input.ts";

/** The commands this machine can run. One that is not here is reported and passed over. */
export const executors: Readonly<Partial<Record<CommandName, Executor>>> = {
  Speak: speak,
  Play: play,
  Delay: delay,
  UserInput: userInput,
  Record: record,
  BlindTransfer: blindTransfer,
  Call: call,
  SendSms: sendSms,
  GoTo: goTo,
  Hangup: hangup,
  Reject: reject,
  Exit: exit,
  Var: variable,
};
