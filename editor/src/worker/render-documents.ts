import {
  AnswerError,
  compile,
  createAnswerer,
  type Flow,
  type Handler,
  type Part,
  type Program,
  type Site,
} from "@ozflow/compiler";
import type { RenderedDocument, Rendering } from "./protocol.ts";

/** Every document of the flow, served once to a sample call. Addresses begin with `baseUrl` and name the document's file. */
export function renderDocuments(flow: Flow, baseUrl: string): Rendering {
  const { program } = compile(flow);
  if (program === undefined) return {};
  const answerer = createAnswerer(program);
  const session = answerer.begin("sample", { caller: "+3615550100", dialed: "1000" });
  const effects = {
    address: ({ document }: { readonly document: string }) => `${baseUrl}/${document}.ozml`,
    newSessionId: () => "sample",
  };
  const entries = new Map(Object.entries(program.entries).map(([kind, name]) => [name, kind]));
  const documents = Object.entries(program.handlers).map(([name, handler]): RenderedDocument => {
    const entry = entries.get(name);
    const known = { name, serverSteps: serverStepsOf(handler, program), ...(entry === undefined ? {} : { entry }) };
    try {
      const { xml, tags } = answerer.answer({ document: name, parameters: {} }, session, effects);
      return { ...known, xml, steps: tags.map((tag) => tag.step) };
    } catch (error) {
      if (!(error instanceof AnswerError)) throw error;
      return { ...known, xml: "", steps: [], fault: error.message };
    }
  });
  const rank = (one: RenderedDocument) => (one.entry === undefined ? 1 : 0);
  return { documents: documents.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name)) };
}

/** The steps that are decided while the document is asked for. "" stands for a value put into the text. */
function serverStepsOf(handler: Handler, program: Program): readonly string[] {
  const found = new Set<string>();
  const look = (at: Handler): void => {
    switch (at.do) {
      case "receive":
      case "assign":
        found.add(at.step);
        look(at.next);
        break;
      case "choose":
        found.add(at.step);
        for (const one of at.cases) look(one.next);
        look(at.otherwise);
        break;
      case "jump":
        break;
      case "serve":
        lookAtParts(at.parts, program.sites, found);
        break;
    }
  };
  look(handler);
  return [...found];
}

function lookAtParts(parts: readonly Part[], sites: readonly Site[], found: Set<string>): void {
  let latest = "";
  for (const part of parts) {
    if ("text" in part) latest = part.tags.at(-1)?.step ?? latest;
    else if ("link" in part) {
      if ((sites[part.link]?.assignments.length ?? 0) > 0) found.add(latest);
    } else if (!("literal" in part)) {
      found.add(latest);
      if ("let" in part) lookAtParts(part.parts, sites, found);
    }
  }
}
