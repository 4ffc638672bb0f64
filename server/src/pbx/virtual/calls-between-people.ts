import { type Conversation, type Outcome, runNotification } from "@ozflow/compiler";
import type { Clock } from "../../deps.ts";
import type { CallRegistry } from "./call-registry.ts";
import { patienceSeconds, type RingResult, ring } from "./ringing.ts";
import { routeCall } from "./route-call.ts";
import type { VirtualCall } from "./virtual-call.ts";

/** Calls that no script holds: they are routed, third party control hears of them, and people end them. */
export interface CallsBetweenPeople {
  /** One person calls another. */
  connect(source: string, destination: string): VirtualCall;
  /** The PBX calls one person and, once that one answers, another. */
  setUp(caller: string, callee: string, notReached: (outcome: Outcome) => void): VirtualCall;
  /** Two people that talk already, as after a transfer. */
  join(source: string, destination: string): VirtualCall;
  /** Tells in the order things happened; what is answered runs on the call. */
  changed(call: VirtualCall, state?: string): void;
}

/** What such calls need of their PBX. */
interface Exchange {
  readonly clock: Clock;
  /** Seconds of ours for a second of a call. */
  readonly speed: number;
  readonly calls: CallRegistry;
  /** Addresses that hear of the calls, as they are now. */
  subscriptions(): { readonly callChanged?: string; readonly routing?: string };
  isStopped(): boolean;
  /** Lets something go its own way. */
  letRun(work: Promise<unknown>): void;
  /** Runs what holds no call of its own; `callId`: the call it is about. */
  beside(script: Conversation, callId?: string): Promise<void>;
}

export function createCallsBetweenPeople(exchange: Exchange): CallsBetweenPeople {
  const { clock, speed, calls, subscriptions, isStopped, letRun, beside } = exchange;
  const changes = new Map<string, Promise<void>>();

  function changed(call: VirtualCall, state: string = call.state): void {
    const url = subscriptions().callChanged;
    if (url === undefined || call.facts.direction !== "internal") return;
    const { id, facts } = call;
    const parameters = {
      callState: state,
      source: facts.source,
      destination: call.destination,
      callerId: facts.callerId,
    };
    const told = (changes.get(id) ?? Promise.resolve()).then(() =>
      beside(runNotification({ notification: "CallChanged", url, callId: id, parameters }), id),
    );
    changes.set(id, told);
    letRun(told);
  }

  function register(source: string, destination: string): VirtualCall {
    return calls.register({ direction: "internal", source, callerId: source, destination });
  }

  function ringAt(call: VirtualCall, number: () => string, ringSeconds = patienceSeconds): Promise<RingResult> {
    return ring({ call, number, ringSeconds, clock, speed });
  }

  function ringThere(call: VirtualCall, destination: string, ringSeconds?: number): Promise<RingResult> {
    call.destination = destination;
    return ringAt(call, () => call.destination, ringSeconds);
  }

  async function route(call: VirtualCall): Promise<RingResult> {
    const { routing: url } = subscriptions();
    const { source, destination: dialed } = call.facts;
    if (url === undefined) return await ringThere(call, dialed);
    const answered = await routeCall({
      url,
      source,
      dialed,
      run: (script) => beside(script),
      ring: (destination, ringSeconds) => ringThere(call, destination, ringSeconds),
    });
    return answered ? "answered" : "Busy";
  }

  async function callBoth(call: VirtualCall): Promise<RingResult> {
    const caller = await ringAt(call, () => call.facts.source);
    return caller === "answered" && !call.isOver ? await route(call) : caller;
  }

  async function ringAndTalk(
    call: VirtualCall,
    ringing: Promise<RingResult>,
    notReached: (outcome: Outcome) => void = () => {},
  ): Promise<void> {
    const result = await ringing;
    if (!call.isOver && result === "answered") {
      call.answeredAt = clock.now();
      changed(call, "Answered");
      changed(call);
    } else if (!call.isOver) {
      // A ringing time that is over ends in this state too (p_4587).
      call.hangUp("flow", "Busy");
      notReached({ ok: false, id: call.id, reason: result });
    }
    await talk(call);
  }

  /** Two people talk until somebody ends it. */
  async function talk(call: VirtualCall): Promise<void> {
    if (isStopped()) call.hangUp("flow");
    await call.untilOver();
    changed(call);
  }

  return {
    connect(source, destination) {
      const call = register(source, destination);
      changed(call);
      letRun(ringAndTalk(call, route(call)));
      return call;
    },
    setUp(caller, callee, notReached) {
      const call = register(caller, callee);
      changed(call);
      letRun(ringAndTalk(call, callBoth(call), notReached));
      return call;
    },
    join(source, destination) {
      const call = register(source, destination);
      call.answeredAt = clock.now();
      letRun(talk(call));
      return call;
    },
    changed,
  };
}
