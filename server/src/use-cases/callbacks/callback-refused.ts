/** Another request was quicker with the same callback: what that one stored counts. */
export class AnsweredMeanwhile extends Error {
  override readonly name = "AnsweredMeanwhile";
}

/** Why the flow cannot answer a callback. For the log and the call; the caller hears the fallback document. */
export class CallbackRefused extends Error {
  override readonly name = "CallbackRefused";
  readonly callId: string | undefined;

  constructor(reason: string, callId?: string | null) {
    super(reason);
    this.callId = callId ?? undefined;
  }
}
