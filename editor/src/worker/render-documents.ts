import { AnswerError, compile, createAnswerer, exportStatic, type Flow, noCallFacts } from "@ozflow/compiler";
import type { RenderedDocument, Rendering, Trace } from "./protocol.ts";

/** Every document of the flow, served once to a sample call. Addresses begin with `baseUrl` and name the document's file. */
export function renderDocuments(flow: Flow, baseUrl: string, trace: Trace = "lean"): Rendering {
  const { program } = compile(flow, { trace });
  if (program === undefined) return {};
  const answerer = createAnswerer(program);
  const session = answerer.begin("sample", { ...noCallFacts, caller: "+3615550100", dialed: "1000" });
  const effects = {
    address: ({ document }: { readonly document: string }) => `${baseUrl}/${document}.ozml`,
    newSessionId: () => "sample",
  };
  const entries = new Map(Object.entries(program.entries).map(([kind, name]) => [name, kind]));
  const { live } = exportStatic(program, "");
  const documents = Object.keys(program.handlers).map((name): RenderedDocument => {
    const entry = entries.get(name);
    const known = { name, serverSteps: live.get(name) ?? [], ...(entry === undefined ? {} : { entry }) };
    try {
      const { xml, tags } = answerer.answer({ document: name, parameters: {} }, session, effects);
      return { ...known, xml, tags };
    } catch (error) {
      if (!(error instanceof AnswerError)) throw error;
      return { ...known, xml: "", tags: [], fault: error.message };
    }
  });
  const rank = (one: RenderedDocument) => (one.entry === undefined ? 1 : 0);
  return { documents: documents.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name)) };
}
