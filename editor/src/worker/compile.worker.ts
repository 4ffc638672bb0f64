import "../no-eval.ts";
import { check } from "@ozflow/compiler";
import { measureBoth } from "./measure-both.ts";
import type { Reply, Request } from "./protocol.ts";
import { renderDocuments } from "./render-documents.ts";

/** The compiler's thread: the page never waits for it, and only here the XML writer is loaded. */
self.onmessage = ({ data }: MessageEvent<Request>) => {
  self.postMessage(answer(data));
};

function answer(request: Request): Reply {
  const { id, flow } = request;
  try {
    switch (request.ask) {
      case "check":
        return { to: "check", id, diagnostics: check(flow).diagnostics };
      case "render":
        return { to: "render", id, rendering: renderDocuments(flow, request.baseUrl, request.trace) };
      case "measure":
        return { to: "measure", id, cost: measureBoth(flow) };
    }
  } catch (error) {
    // A fault of ours, since compiling is total; the page says so instead of waiting for ever.
    return { to: "fault", id, message: error instanceof Error ? error.message : String(error) };
  }
}
