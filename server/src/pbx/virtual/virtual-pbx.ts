import {
  type Afterwards,
  type Alarm,
  type CallerScript,
  type Conversation,
  emptyReply,
  type Outcome,
  type OzmlElement,
  type Reply,
  runCommands,
  runNotification,
  type ServiceEffect,
} from "@ozflow/compiler";
import type { Clock } from "../../deps.ts";
import { runBeside } from "./beside.ts";
import { type ControlEffect, type Controlled, control, type Desk } from "./call-control.ts";
import { CallRegistry } from "./call-registry.ts";
import { createCallsBetweenPeople } from "./calls-between-people.ts";
import { conversationOf, createDialling, type OutgoingCall } from "./dialling.ts";
import { type Directory, smallOffice } from "./directory.ts";
import type { Line } from "./line.ts";
import { LiveCaller } from "./live-caller.ts";
import { type Message, PostOffice } from "./post-office.ts";
import { isReachable } from "./ringing.ts";
import { Sandbox, type SandboxOptions } from "./sandbox.ts";
import { ScriptedCaller } from "./scripted-caller.ts";
import { serveScript } from "./serve-script.ts";
import type { Switchboard, VirtualCall } from "./virtual-call.ts";
import { postForm } from "./web-client.ts";

export interface VirtualPbxOptions {
  readonly clock: Clock;
  readonly newCallId: () => string;
  /** What people do who are called, by number; everybody else answers and stays silent. */
  readonly callees?: Readonly<Record<string, CallerScript>>;
  /** Seconds of ours for a second of a call that nobody sits at. Default 1. */
  readonly speed?: number;
  /** Told when a call of a script is over, and why it failed if it did. */
  readonly onOver?: (call: VirtualCall, failure: string | undefined) => Promise<void>;
  /** Where recordings and files of scripts are; without it recordings are named and not kept. */
  readonly files?: SandboxOptions;
  readonly directory?: Directory;
}

/** Addresses that hear of what happens on the PBX, as its HTTP API configuration holds them. */
export interface Subscriptions {
  readonly callChanged?: string;
  readonly routing?: string;
  readonly incomingSms?: string;
}

interface IncomingCall {
  readonly url: string;
  readonly caller: string;
  readonly dialed: string;
  /** Absent: live from the dial pad. */
  readonly scripted?: { readonly script: CallerScript; readonly speed: number };
  /** What an alarm panel at the other end sends. */
  readonly alarm?: Alarm;
}

/**
 * A PBX inside this process: brings calls, dials numbers and runs OzML as the machine does, over real HTTP.
 * Whoever is dialled answers after a moment, but numbers that end in 99 are always busy and numbers that end in 98 are
 * never answered: they ring until RingTime is over. Messages and alarms do not get through to either.
 */
export interface VirtualPbx {
  readonly directory: Directory;
  readonly sandbox: Sandbox | undefined;
  readonly post: PostOffice;
  subscribe(urls: Subscriptions): void;
  placeIncomingCall(call: IncomingCall): VirtualCall;
  placeOutgoingCall(call: OutgoingCall): VirtualCall;
  /** One person calls another; routing and CallChanged hear of it. */
  connect(source: string, destination: string): VirtualCall;
  /** Does to a call what third party control can do. */
  control(effect: ControlEffect, callId: string): Promise<Controlled>;
  /** Records a call to its end, and then tells an address. */
  record(callId: string, format: "mp3" | "wav", finishedUrl: string | undefined): Controlled;
  /** Messages, files and alarms; `afterwards` runs later, on its own. */
  serve(effect: ServiceEffect): Promise<Reply & { readonly id?: string }>;
  receiveSms(sms: Omit<Message, "id" | "kind">): void;
  /** Runs commands that hold no call of their own, such as a Request. */
  runCommands(commands: readonly OzmlElement[]): void;
  /** Calls in progress, and the last ones that are over. */
  findCall(id: string): VirtualCall | undefined;
  activeCalls(): readonly VirtualCall[];
  /** The newest first. */
  pastCalls(): readonly VirtualCall[];
  /** Hangs every call up and waits until all that follows from it is done. */
  stop(): Promise<void>;
}

export function createVirtualPbx(options: VirtualPbxOptions): VirtualPbx {
  const { clock, newCallId, callees = {}, speed = 1, onOver, directory = smallOffice } = options;
  const calls = new CallRegistry(newCallId, clock);
  const sandbox = options.files === undefined ? undefined : new Sandbox(options.files);
  const post = new PostOffice();
  const running = new Set<Promise<unknown>>();
  const recordings = new Map<string, number>();
  let subscriptions: Subscriptions = {};
  let isStopped = false;

  /** Lets something go its own way. What it throws is a fault of ours, and no reason to end everything. */
  function letRun(work: Promise<unknown>): void {
    const quiet = work.catch(() => undefined);
    running.add(quiet);
    void quiet.finally(() => running.delete(quiet));
  }

  function recordingUrl(callId: string, format: "mp3" | "wav"): string {
    const number = (recordings.get(callId) ?? 0) + 1;
    recordings.set(callId, number);
    return (
      sandbox?.recordingUrl(callId, number, format) ?? `http://pbx.example/recordings/${callId}-${number}.${format}`
    );
  }

  function recordingsOf(call: VirtualCall): (number: number, format: "mp3" | "wav") => string {
    return (_number, format) => recordingUrl(call.id, format);
  }

  async function run(call: VirtualCall, script: Conversation, line: Line): Promise<string | undefined> {
    const failure = await call.run(script, line, switchboard);
    await onOver?.(call, failure);
    return failure;
  }

  function scriptedLine(call: VirtualCall, script: CallerScript, pace: number, alarm?: Alarm): Line {
    const around = { recordingUrl: recordingsOf(call), ...(alarm === undefined ? {} : { alarm }) };
    return new ScriptedCaller({
      script,
      speed: pace,
      clock: call.time,
      isReachable,
      tell: (event) => call.events.tell(event),
      around,
    });
  }

  async function talk(call: VirtualCall, script: Conversation | undefined): Promise<string | undefined> {
    // Nothing to run hangs up at once (reference, section 3, Call).
    if (call.isOver || script === undefined) return undefined;
    call.answeredAt = clock.now();
    return await run(call, script, scriptedLine(call, callees[call.destination] ?? [], speed));
  }

  function runAfterwards(run: Afterwards | undefined, outcome: Outcome): void {
    // Scripts that answer each other would keep a PBX that is being stopped alive for ever.
    if (run !== undefined && !isStopped) letRun(beside(run(outcome)));
  }

  /** Runs what holds no call of its own; `callId`: the call it is about. */
  async function beside(script: Conversation, callId?: string): Promise<void> {
    await runBeside(script, switchboard, async (effect) => {
      const done = callId === undefined ? { ok: false } : await control(effect, callId, desk);
      return { ...emptyReply, ok: done.ok, url: done.url ?? "" };
    });
  }

  const switchboard: Switchboard = {
    fetch: (url, form) => postForm(url, form),
    place: (effect, gaveUp) => dialling.place(effect, gaveUp),
    serve: (effect) => serveScript(effect, { post, sandbox, setUp: people.setUp, runAfterwards, desk }),
    keepRecording: async (url, seconds) => await sandbox?.keepRecording(url, seconds),
  };

  const desk: Desk = {
    find: (id) => calls.find(id),
    join: (source, destination) => people.join(source, destination),
    changed: (call) => people.changed(call),
    runAfterwards(run, call) {
      const since = call.facts.startedAt.getTime();
      call.over.addEventListener("abort", () =>
        runAfterwards(run, { ok: true, id: call.id, seconds: Math.round((clock.now().getTime() - since) / 1000) }),
      );
    },
    async record(call, format) {
      const url = recordingUrl(call.id, format);
      const beganMs = call.time.now().getTime();
      await call.untilOver();
      const seconds = (call.time.now().getTime() - beganMs) / 1000;
      await switchboard.keepRecording(url, seconds);
      call.tell({ event: "recorded", seconds: Math.round(seconds), url });
      return url;
    },
  };

  const dialling = createDialling({ clock, speed, calls, letRun, talk, runAfterwards });
  const people = createCallsBetweenPeople({
    clock,
    speed,
    calls,
    subscriptions: () => subscriptions,
    isStopped: () => isStopped,
    letRun,
    beside,
  });

  return {
    directory,
    sandbox,
    post,
    subscribe(urls) {
      subscriptions = urls;
    },
    placeIncomingCall({ url, caller, dialed, scripted, alarm }) {
      const call = calls.register({ direction: "incoming", source: caller, callerId: caller, destination: dialed });
      const tell = call.events.tell.bind(call.events);
      const line =
        scripted === undefined
          ? new LiveCaller(call.time, tell, isReachable, { recordingUrl: recordingsOf(call), alarm })
          : scriptedLine(call, scripted.script, scripted.speed, alarm);
      call.answeredAt = clock.now();
      letRun(run(call, conversationOf(call, { notification: "IncomingCall", url }), line));
      return call;
    },
    placeOutgoingCall: dialling.placeOutgoingCall,
    connect: people.connect,
    control: (effect, callId) => control(effect, callId, desk),
    record(callId, format, finishedUrl) {
      const call = calls.find(callId);
      if (call === undefined || call.isOver) {
        return { ok: false, refusal: { code: 601, message: `Call not found with ID '${callId}'` } };
      }
      letRun(
        desk.record(call, format).then(async (recordUrl) => {
          if (finishedUrl === undefined) return;
          const told = {
            notification: "RecordCompleted",
            url: finishedUrl,
            callId,
            parameters: { recordUrl },
          } as const;
          await beside(runNotification(told), callId);
        }),
      );
      return { ok: true };
    },
    serve: switchboard.serve,
    receiveSms(sms) {
      const { sender, recipient, text: message } = post.add("inbox", { kind: "sms", ...sms });
      const url = subscriptions.incomingSms;
      if (url === undefined) return;
      letRun(beside(runNotification({ notification: "IncomingSMS", url, parameters: { sender, recipient, message } })));
    },
    runCommands: (commands) => letRun(beside(runCommands(commands))),
    findCall: (id) => calls.find(id),
    activeCalls: () => calls.active,
    pastCalls: () => calls.past,
    async stop() {
      isStopped = true;
      for (const call of calls.active) call.hangUp("flow");
      while (running.size > 0) await Promise.all(running);
    },
  };
}
