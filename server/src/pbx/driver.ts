/** A phone system that places calls for us. Every method throws {@link PbxError} and nothing else. */
export interface PbxDriver {
  startCall(call: StartCall): Promise<StartedCall>;
  /** `callId`: the PBX's own, as its notifications name it. */
  hangUp(callId: string): Promise<void>;
  listActiveCalls(): Promise<readonly ActiveCall[]>;
}

/** What the Call command can be told (reference, section 3, Call). "" and undefined leave a parameter out. */
export interface StartCall {
  readonly dialed: string;
  readonly apiExtension?: string | undefined;
  readonly callerId?: string | undefined;
  readonly callerDisplayName?: string | undefined;
  /** Asked for OzML when the callee answers. */
  readonly url?: string | undefined;
  /** Run when the callee answers, without asking anybody. Newer generation only. */
  readonly responseOzml?: string | undefined;
  readonly errorUrl?: string | undefined;
  /** Newer generation only. */
  readonly finishedUrl?: string | undefined;
  /** Newer generation only. */
  readonly ringSeconds?: number | undefined;
}

interface StartedCall {
  /** No page promises it in the reply to Call; most often it is first told by CallConnected. */
  readonly callId?: string;
}

export interface ActiveCall {
  readonly callId: string;
  readonly source: string;
  readonly callerId: string;
  readonly destination: string;
  /** As the PBX writes it: ISO 8601 in the older generation, "2019-04-09 10:34:07" in the newer one. */
  readonly startTime: string;
  readonly ringSeconds: number;
  readonly talkSeconds: number;
  readonly callState: string;
}
