import { withCalledFlows } from "../sub-flows/flow-library.ts";
import type { PhoneReply, PhoneRequest, PhoneThread } from "./phone-protocol.ts";

export function startPhoneThread(): PhoneThread {
  const worker = new Worker(new URL("./phone.worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, (reply: PhoneReply) => void>();
  let lastId = 0;
  worker.onmessage = ({ data }: MessageEvent<PhoneReply>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  type Question = PhoneRequest extends infer One ? (One extends PhoneRequest ? Omit<One, "id"> : never) : never;
  const ask = async (question: Question) => {
    lastId += 1;
    const id = lastId;
    const reply = await new Promise<PhoneReply>((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ ...question, id } satisfies PhoneRequest);
    });
    if (reply.to === "fault") throw new Error(reply.message);
    return reply;
  };
  return {
    async take(flow) {
      const reply = await ask({ ask: "take", flow: await withCalledFlows(flow) });
      return reply.to === "take" && reply.isCompiled;
    },
    async play(call) {
      const reply = await ask({ ask: "play", call });
      if (reply.to !== "play") throw new Error("the phone's thread answered another question");
      return reply.played;
    },
    stop: () => worker.terminate(),
  };
}
