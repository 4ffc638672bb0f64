import type { LineEffect, Reply } from "@ozflow/compiler";

/** Who ends a call: the script, somebody on the phone, or a limit. */
export type EndedBy = "flow" | "caller" | "limit";

/** What a line can do itself. The PBX fetches documents and places calls for it. */
export type OwnEffect = Exclude<LineEffect, { effect: "fetch" | "http-request" }>;

/** One phone line in a running call, with somebody at its other end. */
export interface Line {
  /** Lets an effect happen and resolves when it is over, in the time of the call. */
  handle(effect: OwnEffect): Promise<Reply>;
  /** The call is over for this line: the conversation must be closed. */
  readonly isOver: boolean;
  press(keys: string): void;
  hangUp(by: EndedBy): void;
}
