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
  readonly onOver?: (call: VirtualCall, failure: string | undefined) => Promise<void>;
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
}

/**
 * A PBX inside this process: brings calls, dials numbers and runs OzML as the machine does, over real HTTP.
 * Whoever is dialled answers after {@link answerAfterMs}, which no RingTime is shorter than. Numbers that end in 99 are
 * always busy.
 */
export interface VirtualPbx {
  placeIncomingCall(call: IncomingCall): VirtualCall;
  placeOutgoingCall(call: OutgoingCall): VirtualCall;
  /** Calls in progress, and the last ones that are over. */
  findCall(id: string): VirtualCall | undefined;
  activeCalls(): readonly VirtualCall[];
  /** Hangs every call up and waits until all that follows from it is done. */
  stop(): Promise<void>;
}

/** How long a phone rings before it is answered, in milliseconds of the call. */
const answerAfterMs = 700;

/** Calls that are over and whose transcript is kept. */
const maxKept = 200;

export function createVirtualPbx(options: VirtualPbxOptions): VirtualPbx {
  const { clock, newCallId, callees = {}, speed = 1, onOver } = options;
  const calls = new Map<string, VirtualCall>();
  const running = new Set<Promise<unknown>>();
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

  /** Lets a call go its own way. */
  function letRun(work: Promise<unknown>): void {
    running.add(work);
    void work.finally(() => running.delete(work));
  }

  async function run(call: VirtualCall, script: Conversation, line: Line): Promise<string | undefined> {
    const failure = await call.run(script, line, switchboard);
    await onOver?.(call, failure);
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

  /** Rings, is answered or not, runs the script and tells whoever wants to know how it ended. */
  async function dial(call: VirtualCall, asked: OutgoingCall, script: Conversation | undefined): Promise<void> {
    await clock.wait(answerAfterMs * speed, call.over);
    const isBusy = !isReachable(asked.dialed);
    const failure = isBusy
      ? `Call connect to '${asked.dialed}' failed with result state 'Busy'`
      : await talk(call, script);
    call.end();
    const form = { CallId: call.id, Dialed: asked.dialed };
    if (failure === undefined) await tell(asked.finishedUrl, { NotificationName: "CallFinished", ...form });
    else {
      // The names are inferred (reference, section 4, Error); the code is the one that the API has for it.
      const code = isBusy ? { Code: "402" } : {};
      await tell(asked.errorUrl, { NotificationName: "Error", ...code, Message: failure, ...form });
    }
  }

  async function talk(call: VirtualCall, script: Conversation | undefined): Promise<string | undefined> {
    // Nothing to run hangs up at once (reference, section 3, Call).
    if (call.isOver || script === undefined) return undefined;
    call.answeredAt = clock.now();
    return await run(call, script, scriptedLine(call, callees[call.facts.destination] ?? [], speed));
  }

  async function tell(url: string | undefined, form: Readonly<Record<string, string>>): Promise<void> {
    if (url !== undefined) await postForm(url, form);
  }

  const switchboard: Switchboard = {
    fetch: (url, form) => postForm(url, form),
    place({ number, callerId = "", conversation: script }: PlaceCall) {
      const call = register({ direction: "outgoing", source: "", callerId, destination: number });
      letRun(dial(call, { dialed: number, callerId }, script?.(call.id)));
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
      letRun(run(call, conversation(call, { notification: "IncomingCall", url }), line));
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
      letRun(dial(call, asked, script));
      return call;
    },
    findCall: (id) => calls.get(id),
    activeCalls: () => [...calls.values()].filter((call) => !call.isOver),
    async stop() {
      for (const call of calls.values()) if (!call.isOver) call.hangUp("flow");
      await Promise.all(running);
    },
  };
}
