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
  const documents = Object.entries(program.handlers).map(([name, handler]): RenderedDocument => {
    const serverSteps = serverStepsOf(handler, program);
    try {
      const { xml, steps } = answerer.answer({ document: name, parameters: {} }, session, effects);
      return { name, xml, steps, serverSteps };
    } catch (error) {
      if (!(error instanceof AnswerError)) throw error;
      return { name, xml: "", steps: [], serverSteps, fault: error.message };
    }
  });
  return { documents: entriesFirst(documents, program) };
}

function entriesFirst(documents: readonly RenderedDocument[], program: Program): readonly RenderedDocument[] {
  const entries = Object.values(program.entries);
  const rank = (name: string) => (entries.includes(name) ? 0 : 1);
  return documents.toSorted((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name));
}

/** The steps that are decided while the document is asked for. "" stands for a value put into the text. */
function serverStepsOf(handler: Handler, program: Program): readonly string[] {
  const found = new Set<string>();
  const look = (at: Handler): void => {
    switch (at.do) {
      case "receive":
      case "assign":
        found.add(at.step);
        return look(at.next);
      case "choose":
        found.add(at.step);
        for (const one of at.cases) look(one.next);
        return look(at.otherwise);
      case "jump":
        return;
      case "serve":
        lookAtParts(at.parts, program.sites, found);
    }
  };
  look(handler);
  return [...found];
}

function lookAtParts(parts: readonly Part[], sites: readonly Site[], found: Set<string>): void {
  let latest = "";
  for (const part of parts) {
    if ("text" in part) latest = part.steps.at(-1) ?? latest;
    else if ("link" in part) {
      if ((sites[part.link]?.assignments.length ?? 0) > 0) found.add(latest);
    } else if (!("literal" in part)) {
      found.add(latest);
      if ("let" in part) lookAtParts(part.parts, sites, found);
    }
  }
}
