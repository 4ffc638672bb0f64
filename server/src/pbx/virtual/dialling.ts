import { type Afterwards, type Conversation, type Outcome, type PbxCall, runCall } from "@ozflow/compiler";
import type { Clock } from "../../deps.ts";
import type { CallRegistry } from "./call-registry.ts";
import { connectFailed, patienceSeconds, type RingResult, ring } from "./ringing.ts";
import type { Switchboard, VirtualCall } from "./virtual-call.ts";
import { postForm } from "./web-client.ts";

export interface OutgoingCall {
  readonly dialed: string;
  readonly callerId: string;
  /** RingTime. Absent: it rings until it is hung up. */
  readonly ringSeconds?: number | undefined;
  readonly url?: string | undefined;
  readonly responseOzml?: string | undefined;
  readonly errorUrl?: string | undefined;
  readonly finishedUrl?: string | undefined;
}

/** Calls that the PBX dials and leads through a script: for its HTTP API and for scripts. */
export interface Dialling {
  placeOutgoingCall(call: OutgoingCall): VirtualCall;
  place: Switchboard["place"];
}

/** What dialling needs of its PBX. */
interface Exchange {
  readonly clock: Clock;
  /** Seconds of ours for a second of a call. */
  readonly speed: number;
  readonly calls: CallRegistry;
  /** Lets something go its own way. */
  letRun(work: Promise<unknown>): void;
  /** Somebody has answered. Resolves at the end with why the script could not go on, if it could not. */
  talk(call: VirtualCall, script: Conversation | undefined): Promise<string | undefined>;
  runAfterwards(run: Afterwards | undefined, outcome: Outcome): void;
}

export function createDialling({ clock, speed, calls, letRun, talk, runAfterwards }: Exchange): Dialling {
  /** Rings, is answered or not, runs the script and tells whoever wants to know how it ended. */
  async function dial(
    call: VirtualCall,
    script: Conversation | undefined,
    ringSeconds: number | undefined,
    onEnd: (failure: string | undefined, result: RingResult) => Promise<void>,
    onAnswer: (answered: boolean) => void = () => {},
  ): Promise<void> {
    const result = await ring({ call, number: () => call.destination, ringSeconds, clock, speed });
    const isReached = result === "answered";
    onAnswer(isReached && !call.isOver);
    const failure = isReached ? await talk(call, script) : connectFailed(call.destination, result);
    // A ringing time that is over ends in this state too (p_4587).
    call.end(isReached ? undefined : "Busy");
    await onEnd(failure, result);
  }

  return {
    placeOutgoingCall({ dialed, callerId, ringSeconds, url, responseOzml, errorUrl, finishedUrl }) {
      const call = calls.register({ direction: "outgoing", source: callerId, callerId, destination: dialed });
      const script =
        url === undefined && responseOzml === undefined
          ? undefined
          : conversationOf(call, {
              notification: "CallConnected",
              url: url ?? "",
              ...(responseOzml === undefined ? {} : { document: responseOzml }),
            });
      const onEnd = async (failure: string | undefined, result: RingResult) => {
        const form = { CallId: call.id, Dialed: dialed };
        // The names are inferred (reference, section 4, Error); the code is the one that the API has for it.
        const told =
          failure === undefined
            ? { url: finishedUrl, form: { NotificationName: "CallFinished", ...form } }
            : {
                url: errorUrl,
                form: {
                  NotificationName: "Error",
                  ...(result === "answered" ? {} : { Code: "402" }),
                  Message: failure,
                  ...form,
                },
              };
        if (told.url !== undefined) await postForm(told.url, told.form);
      };
      letRun(dial(call, script, ringSeconds, onEnd));
      return call;
    },
    place({ number, callerId = "", ringSeconds, conversation: script, waitsUntil, afterwards }, gaveUp) {
      const call = calls.register({ direction: "outgoing", source: "", callerId, destination: number });
      gaveUp?.addEventListener("abort", () => {
        if (waitsUntil !== undefined && call.state === "Ringing") call.hangUp("caller");
      });
      const rings = ringSeconds ?? (waitsUntil === undefined ? undefined : patienceSeconds);
      return new Promise((resolve) => {
        let answered = false;
        const onAnswer = (ok: boolean) => {
          answered = ok;
          if (waitsUntil !== "over") resolve(ok);
        };
        const onEnd = async (failure: string | undefined, result: RingResult) => {
          resolve(answered);
          const reason = result === "answered" ? (failure ?? "") : result;
          runAfterwards(afterwards, { ok: failure === undefined, id: call.id, reason });
        };
        letRun(dial(call, script?.(call.id), rings, onEnd, onAnswer));
      });
    },
  };
}

/** What somebody on the call is led through; the call tells of each document. */
export function conversationOf(call: VirtualCall, asked: Omit<PbxCall, "callId" | "caller" | "dialed">): Conversation {
  const { id, callerId, destination } = call.facts;
  const onDocument = (document: string, url: string) => call.events.tell({ event: "fetched", url, document });
  return runCall({ ...asked, callId: id, caller: callerId, dialed: destination }, { onDocument });
}
