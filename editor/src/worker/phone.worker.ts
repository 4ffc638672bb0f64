import "../no-eval.ts";
import { type Answerer, compile, createAnswerer, playCall, playHttp } from "@ozflow/compiler";
import type { PhoneReply, PhoneRequest } from "./phone-protocol.ts";

/** A call that goes round for ever is cut off here; nobody listens to more at one dial pad. */
const maxEvents = 1000;

/** The phone's thread: holds the flow that is called, compiled as it was when the call began. */
let answerer: Answerer | undefined;

self.onmessage = ({ data }: MessageEvent<PhoneRequest>) => {
  self.postMessage(answer(data));
};

function answer(request: PhoneRequest): PhoneReply {
  const { id } = request;
  try {
    if (request.ask === "take") {
      const { program } = compile(request.flow);
      answerer = program && createAnswerer(program);
      return { to: "take", id, isCompiled: program !== undefined };
    }
    if (answerer === undefined) throw new Error("no flow has been taken that can be called");
    const { mocks, unreachable, audioSeconds, ...call } = request.call;
    const world = { http: playHttp(mocks), unreachable, audioSeconds, maxEvents };
    return { to: "play", id, played: playCall(answerer, { ...call, world }) };
  } catch (error) {
    // A fault of ours: compiling and playing are total. The page says so instead of waiting for ever.
    return { to: "fault", id, message: error instanceof Error ? error.message : String(error) };
  }
}
