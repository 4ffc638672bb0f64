import type { Afterwards, Party } from "./effects.ts";

/**
 * What the PBX does for a script without a voice being heard: messages, files, alarms, and calls moved about. Takes no
 * time on the line. `callId`: a call other than the one the script is about. `ok` in the reply: it was done.
 */
export type ServiceEffect =
  | {
      readonly effect: "send-sms";
      readonly recipient: string;
      readonly text: string;
      readonly sender?: string;
      readonly afterwards?: Afterwards;
    }
  | {
      readonly effect: "send-email";
      readonly recipient: string;
      readonly text: string;
      readonly subject?: string;
      readonly sender?: string;
      /** Paths, with semicolons between. */
      readonly attachments?: string;
    }
  | {
      readonly effect: "send-message";
      readonly connection: string;
      readonly address?: string;
      readonly text: string;
    }
  | {
      readonly effect: "send-alarm";
      readonly number: string;
      readonly account: string;
      readonly eventQualifier: string;
      readonly eventCode: string;
      readonly partition: string;
      readonly zone: string;
      readonly afterwards?: Afterwards;
    }
  | { readonly effect: "delete-file"; readonly file: string }
  | { readonly effect: "move-file"; readonly file: string; readonly directory: string }
  /** The entries come in the reply; nobody notices. */
  | { readonly effect: "read-list"; readonly list: string }
  | {
      readonly effect: "connect-numbers";
      readonly caller: string;
      readonly callee: string;
      readonly afterwards?: Afterwards;
    }
  | { readonly effect: "hold"; readonly callId?: string }
  | { readonly effect: "unhold"; readonly callId?: string }
  | { readonly effect: "forward"; readonly target: string; readonly callId?: string }
  | { readonly effect: "send-keys"; readonly keys: string; readonly party?: Party; readonly callId?: string }
  | { readonly effect: "end-call"; readonly callId: string }
  /** The side on hold in one call is joined with the side reached in the other. */
  | {
      readonly effect: "attended-transfer";
      readonly targetCallId: string;
      readonly transferor?: Party;
      readonly callId?: string;
    }
  /** Where a call that is being routed goes; "": the caller is rejected. */
  | {
      readonly effect: "route";
      readonly target: string;
      readonly ringSeconds?: number;
      readonly callerId?: string;
      readonly dialedNumber?: string;
    };

/** The effect and what is told of it. A service that nobody notices is told of by nobody. */
const told = {
  "send-sms": "sent-sms",
  "send-email": "sent-email",
  "send-message": "sent-message",
  "send-alarm": "sent-alarm",
  "delete-file": "deleted-file",
  "move-file": "moved-file",
  "connect-numbers": "connected-numbers",
  hold: "held",
  unhold: "unheld",
  forward: "forwarded",
  "send-keys": "sent-keys",
  "end-call": "ended-call",
  "attended-transfer": "attended-transfer",
  route: "routed",
} as const;

type Told = typeof told;

/** What is told of a service: the same fields, and `failed` when it was not done. */
export type ServiceEvent = { [Name in keyof Told]: EventOf<Name> }[keyof Told];
type EventOf<Name extends keyof Told> = { readonly event: Told[Name]; readonly failed?: true } & Omit<
  Extract<ServiceEffect, { effect: Name }>,
  "effect" | "afterwards"
>;

export function isService(effect: { readonly effect: string }): effect is ServiceEffect {
  return effect.effect === "read-list" || Object.hasOwn(told, effect.effect);
}

/** What is told of a service that was done, or not. */
export function serviceEvent(effect: Exclude<ServiceEffect, { effect: "read-list" }>, ok: boolean): ServiceEvent {
  const { effect: name, afterwards: _, ...fields } = { afterwards: undefined, ...effect };
  // The table gives each effect the event with the same fields, which the compiler does not see through the spread.
  return { event: told[name], ...fields, ...(ok ? {} : { failed: true }) } as ServiceEvent;
}

/** Whom a service must reach to succeed; undefined: nobody. */
export function numberOf(effect: ServiceEffect): string | undefined {
  switch (effect.effect) {
    case "send-sms":
      return effect.recipient;
    case "send-alarm":
      return effect.number;
    case "connect-numbers":
      return effect.callee;
    case "forward":
      return effect.target;
    default:
      return undefined;
  }
}
