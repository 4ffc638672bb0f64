import "../no-eval.ts";
import { check, createMemory, type Flow } from "@ozflow/compiler";
import { putTogether } from "./flow-parts.ts";
import { measureBoth } from "./measure-both.ts";
import type { Question, Reply, Request } from "./protocol.ts";
import { proveFlow } from "./prove-flow.ts";
import { renderDocuments } from "./render-documents.ts";

/** The compiler's thread: the page never waits for it, and only here the XML writer is loaded. */
self.onmessage = ({ data }: MessageEvent<Request>) => {
  flow = putTogether(data.flow, flow);
  self.postMessage(answer(data.id, { ...data.question, flow }));
};

/** The one that was asked about last. */
let flow: Flow | undefined;

/** Of the flows before it, whose steps are for the most part its own. */
const memory = createMemory();

function answer(id: number, question: Question): Reply {
  const { flow } = question;
  try {
    switch (question.ask) {
      case "check":
        return { to: "check", id, diagnostics: check(flow, memory).diagnostics };
      case "render":
        return { to: "render", id, rendering: renderDocuments(flow, question.baseUrl, question.trace) };
      case "prove":
        return { to: "prove", id, proof: proveFlow(flow, question.known) };
      case "measure":
        return { to: "measure", id, cost: measureBoth(flow) };
    }
  } catch (error) {
    // A fault of ours, since compiling is total; the page says so instead of waiting for ever.
    return { to: "fault", id, message: error instanceof Error ? error.message : String(error) };
  }
}
