import { type Conversation, emptyReply, isService, type LineEffect, type Reply } from "@ozflow/compiler";
import type { ControlEffect } from "./call-control.ts";
import type { Switchboard } from "./virtual-call.ts";

/** A script that holds no call and never ends is cut off here. */
const maxEffects = 5000;

/** Runs a script that no line belongs to: nothing in it takes time, and sounds go to the call it is about. */
export async function runBeside(
  script: Conversation,
  switchboard: Switchboard,
  control: (effect: ControlEffect) => Promise<Reply>,
): Promise<void> {
  let next = script.next();
  for (let effects = 0; !next.done && effects < maxEffects; effects += 1) {
    next = script.next(await happen(next.value, switchboard, control));
  }
  script.return();
}

async function happen(
  effect: LineEffect,
  switchboard: Switchboard,
  control: (effect: ControlEffect) => Promise<Reply>,
): Promise<Reply> {
  switch (effect.effect) {
    case "fetch":
      return { ...emptyReply, response: await switchboard.fetch(effect.url, effect.form) };
    case "place-call":
      return { ...emptyReply, ok: await switchboard.place(effect) };
    case "speak":
    case "play":
    case "record":
    case "transfer":
    case "hang-up":
    case "end-call":
    case "hold":
    case "unhold":
    case "forward":
    case "send-keys":
    case "attended-transfer":
      return await control(effect);
    default:
      return isService(effect) ? await switchboard.serve(effect) : emptyReply;
  }
}
