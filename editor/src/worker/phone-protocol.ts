import type { CallAtPhone, Flow, Played } from "@ozflow/compiler";

/** A call to be played, as it can be sent to a thread. */
export type PhoneCall = CallAtPhone;

export type PhoneRequest = { readonly id: number } & (
  | { readonly ask: "take"; readonly flow: Flow }
  | { readonly ask: "play"; readonly call: PhoneCall }
);

export type PhoneReply = { readonly id: number } & (
  | { readonly to: "take"; readonly isCompiled: boolean }
  | { readonly to: "play"; readonly played: Played }
  | { readonly to: "fault"; readonly message: string }
);

/** Plays calls beside the page. The flow is compiled once and stays what is called until another one is taken. */
export interface PhoneThread {
  /** False: the flow has errors and cannot be called. */
  take(flow: Flow): Promise<boolean>;
  play(call: PhoneCall): Promise<Played>;
  stop(): void;
}
