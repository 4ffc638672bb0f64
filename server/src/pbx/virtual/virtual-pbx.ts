import { type CallerScript, type Conversation, type PbxCall, runCall } from "@ozflow/compiler";
import type { Clock } from "../../deps.ts";
import type { Line } from "./line.ts";
import { LiveCaller } from "./live-caller.ts";
import { ScriptedCaller } from "./scripted-caller.ts";
import { type CallFactsOfPbx, type PlaceCall, type Switchboard, VirtualCall } from "./virtual-call.ts";
import { postForm } from "./web-client.ts";

export interface VirtualPbxOptions {
  readonly clock: Clock;
  readonly newCallId: () => string;
  /** What people do who are called, by number; everybody else answers and stays silent. */
  readonly callees?: Readonly<Record<string, CallerScript>>;
  /** Seconds of ours for a second of a call that nobody sits at. Default 1. */
  readonly speed?: number;
  /** Told when a call is over, and why it failed if it did. */
  readonly onOver?: (call: VirtualCall, failure: string | undefined) => void;
}

interface IncomingCall {
  readonly url: string;
  readonly caller: string;
  readonly dialed: string;
  /** Absent: live from the dial pad. */
  readonly scripted?: { readonly script: CallerScript; readonly speed: number };
}

interface OutgoingCall {
  readonly dialed: string;
  readonly callerId: string;
  readonly url?: string | undefined;
  readonly responseOzml?: string | undefined;
  readonly errorUrl?: string | undefined;
  readonly finishedUrl?: string | undefined;
  readonly ringSeconds?: number | undefined;
}

/**
 * A PBX inside this process: brings calls, dials numbers and runs OzML as the machine does, over real HTTP.
 * Whoever is dialled answers after {@link answerAfterMs}. Numbers that end in 99 are always busy.
 */
export interface VirtualPbx {
  placeIncomingCall(call: IncomingCall): VirtualCall;
  placeOutgoingCall(call: OutgoingCall): VirtualCall;
  /** Calls in progress, and the last ones that are over. */
  findCall(id: string): VirtualCall | undefined;
  activeCalls(): readonly VirtualCall[];
  /** Hangs every call up. */
  stop(): void;
}

/** How long a phone rings before it is answered, in milliseconds of the call. */
const answerAfterMs = 700;

/** Calls that are over and whose transcript is kept. */
const maxKept = 200;

export function createVirtualPbx(options: VirtualPbxOptions): VirtualPbx {
  const { clock, newCallId, callees = {}, speed = 1, onOver } = options;
  const calls = new Map<string, VirtualCall>();
  const isReachable = (number: string) => number !== "" && !number.endsWith("99");

  function register(facts: Omit<CallFactsOfPbx, "id" | "startedAt">, id = newCallId()): VirtualCall {
    const call = new VirtualCall({ ...facts, id, startedAt: clock.now() });
    calls.set(id, call);
    for (const [oldest, kept] of calls) {
      if (calls.size <= maxKept) break;
      if (kept.isOver) calls.delete(oldest);
    }
    return call;
  }

  async function run(call: VirtualCall, script: Conversation, line: Line): Promise<string | undefined> {
    const failure = await call.run(script, line, switchboard);
    onOver?.(call, failure);
    return failure;
  }

  function scriptedLine(call: VirtualCall, script: CallerScript, pace: number): Line {
    return new ScriptedCaller({ script, speed: pace, clock, isReachable, tell: (event) => call.events.tell(event) });
  }

  function conversation(call: VirtualCall, asked: Omit<PbxCall, "callId" | "caller" | "dialed">): Conversation {
    const { id, callerId, destination } = call.facts;
    const onDocument = (document: string, url: string) => call.events.tell({ event: "fetched", url, document });
    return runCall({ ...asked, callId: id, caller: callerId, dialed: destination }, { onDocument });
  }

  /** Rings, is answered or not, and runs the script. */
  async function dial(call: VirtualCall, asked: OutgoingCall, script: Conversation | undefined): Promise<void> {
    const ringMs = Math.min(answerAfterMs, (asked.ringSeconds ?? 60) * 1000);
    await clock.wait(ringMs * speed);
    const failure = isReachable(asked.dialed)
      ? await answered(call, asked.dialed, script)
      : `Call connect to '${asked.dialed}' failed with result state 'Busy'`;
    call.end();
    const form = { CallId: call.id, Dialed: asked.dialed };
    if (failure === undefined && asked.finishedUrl !== undefined) {
      await postForm(asked.finishedUrl, { NotificationName: "CallFinished", ...form });
    }
    if (failure !== undefined && asked.errorUrl !== undefined) {
      await postForm(asked.errorUrl, { NotificationName: "Error", Code: "402", Message: failure, ...form });
    }
  }

  async function answered(call: VirtualCall, dialed: string, script: Conversation | undefined) {
    if (call.isOver) return undefined;
    call.answeredAt = clock.now();
    // Nothing to run hangs up at once (reference, section 3, Call).
    if (script === undefined) return undefined;
    return await run(call, script, scriptedLine(call, callees[dialed] ?? [], speed));
  }

  const switchboard: Switchboard = {
    fetch: (url, form) => postForm(url, form),
    place({ number, callerId = "", conversation: script, ringSeconds }: PlaceCall) {
      const call = register({ direction: "outgoing", source: "", callerId, destination: number });
      void dial(call, { dialed: number, callerId, ringSeconds }, script?.());
    },
  };

  return {
    placeIncomingCall({ url, caller, dialed, scripted }) {
      const call = register({ direction: "incoming", source: caller, callerId: caller, destination: dialed });
      const line =
        scripted === undefined
          ? new LiveCaller(clock, (event) => call.events.tell(event), isReachable)
          : scriptedLine(call, scripted.script, scripted.speed);
      call.answeredAt = clock.now();
      void run(call, conversation(call, { notification: "IncomingCall", url }), line);
      return call;
    },
    placeOutgoingCall(asked) {
      const { dialed, callerId, url, responseOzml } = asked;
      const call = register({ direction: "outgoing", source: callerId, callerId, destination: dialed });
      const script =
        url === undefined && responseOzml === undefined
          ? undefined
          : conversation(call, {
              notification: "CallConnected",
              url: url ?? "",
              ...(responseOzml === undefined ? {} : { document: responseOzml }),
            });
      void dial(call, asked, script);
      return call;
    },
    findCall: (id) => calls.get(id),
    activeCalls: () => [...calls.values()].filter((call) => !call.isOver),
    stop() {
      for (const call of calls.values()) if (!call.isOver) call.hangUp("flow");
    },
  };
}
