import { type Afterwards, heardEvent, type LineEffect, serviceEvent } from "@ozflow/compiler";
import { connectFailed, isReachable } from "./ringing.ts";
import type { VirtualCall } from "./virtual-call.ts";

/** What third party control and the HTTP API can do to a call that is there. */
export type ControlEffect = Extract<
  LineEffect,
  {
    effect:
      | "speak"
      | "play"
      | "record"
      | "transfer"
      | "hang-up"
      | "end-call"
      | "hold"
      | "unhold"
      | "forward"
      | "send-keys"
      | "attended-transfer";
  }
>;

/** What happened; `refusal` is a code and a message of the HTTP API. */
export interface Controlled {
  readonly ok: boolean;
  readonly refusal?: { readonly code: number; readonly message: string };
  /** Where a recording lies. */
  readonly url?: string;
}

/** What controlling a call needs of its PBX. */
export interface Desk {
  find(callId: string): VirtualCall | undefined;
  /** A call between two people that talk already. */
  join(source: string, destination: string): VirtualCall;
  /** Tells whoever listens that the state of a call changed. */
  changed(call: VirtualCall): void;
  runAfterwards(run: Afterwards | undefined, call: VirtualCall): void;
  /** Records the call to its end. Resolves with the address when the recording can be fetched. */
  record(call: VirtualCall, format: "mp3" | "wav"): Promise<string>;
}

/** Does it to the call that the effect names, or to the one it is about. */
export async function control(effect: ControlEffect, about: string, desk: Desk): Promise<Controlled> {
  const callId = "callId" in effect && effect.callId !== undefined ? effect.callId : about;
  const call = desk.find(callId);
  if (call === undefined || call.isOver) return notFound(callId);
  switch (effect.effect) {
    case "speak":
    case "play": {
      const heard = heardEvent(effect);
      if (call.state === "Ringing") return wrongState(effect.effect === "speak" ? "Speak" : "Play");
      if (heard !== undefined) call.tell(heard);
      return { ok: true };
    }
    case "record":
      return { ok: true, url: await desk.record(call, effect.format) };
    case "hang-up":
    case "end-call":
      call.hangUp("flow");
      return { ok: true };
    case "send-keys":
      call.tell(serviceEvent(effect, true));
      return { ok: true };
    case "hold":
    case "unhold": {
      const isHold = effect.effect === "hold";
      if (call.state !== (isHold ? "InCall" : "Hold")) return wrongState(isHold ? "Hold" : "Unhold");
      if (isHold) call.hold();
      else call.unhold();
      call.tell(serviceEvent(effect, true));
      desk.changed(call);
      return { ok: true };
    }
    case "forward":
      if (call.state !== "Ringing") return wrongState("ForwardCall");
      call.forward(effect.target);
      call.tell(serviceEvent(effect, true));
      return { ok: true };
    case "transfer":
      return transfer(effect, call, desk);
    case "attended-transfer":
      return attendedTransfer(effect.targetCallId, call, desk);
  }
}

function transfer(
  { target, transferor, afterwards }: Extract<ControlEffect, { effect: "transfer" }>,
  call: VirtualCall,
  desk: Desk,
): Controlled {
  const ok = isReachable(target);
  const by = transferor === undefined ? {} : { transferor };
  call.tell({ event: "transferred", target, ok, ...by });
  if (!ok) {
    return { ok, refusal: { code: 402, message: connectFailed(target) } };
  }
  const stays = transferor === "caller" ? call.destination : call.facts.source;
  call.hangUp("flow", "Transferred");
  desk.runAfterwards(afterwards, desk.join(stays, target));
  return { ok };
}

/** The side on hold is joined with the one reached in the other call; the transferor drops out of both (p_7630). */
function attendedTransfer(targetCallId: string, held: VirtualCall, desk: Desk): Controlled {
  const target = desk.find(targetCallId);
  if (target === undefined || target.isOver) return notFound(targetCallId);
  if (held.state !== "Hold") return wrongState("AttendedTransfer");
  const transferor = target.facts.source;
  const stays = held.facts.source === transferor ? held.destination : held.facts.source;
  held.hangUp("flow", "Transferred");
  target.hangUp("flow", "Transferred");
  desk.join(stays, target.destination);
  return { ok: true };
}

function notFound(callId: string): Controlled {
  return { ok: false, refusal: { code: 601, message: `Call not found with ID '${callId}'` } };
}

/** Which code a call in the wrong state gets is inferred: 303 is the one for a command in the wrong place. */
function wrongState(command: string): Controlled {
  return { ok: false, refusal: { code: 303, message: `Command '${command}' cannot be used here` } };
}
