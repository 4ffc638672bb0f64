import type { Generation } from "../../ozml/vocabulary.ts";
import type { Handler, Program, Site } from "../../runtime/program.ts";
import { idsNamed } from "../1-parse/named-resources.ts";
import type { Analysis } from "../2-analyse/analyse.ts";
import type { Block, Plan } from "../3-plan/plan.ts";
import { emitFallback } from "./emit-fallback.ts";
import { emitTemplate, type Target } from "./emit-template.ts";

/** Writes every planned document and collects the places that lead from one to the next. */
export function emitProgram(
  plan: Plan,
  { linked, ownVariables }: Pick<Analysis, "linked" | "ownVariables">,
  generation: Generation,
): Program {
  const { flow } = linked;
  const calendars = idsNamed(linked, "calendar");
  const tables = idsNamed(linked, "table");
  const sites: Site[] = [];
  const addSite = (site: Site) => sites.push(site) - 1;
  const handlers: Record<string, Handler> = {};
  for (const [label, block] of plan.documents) handlers[label] = emitHandler(block, [], { generation, addSite });
  return {
    version: 1,
    name: flow.name,
    generation,
    ...(flow.languages[0] === undefined ? {} : { language: flow.languages[0] }),
    variables: [...flow.variables, ...ownVariables],
    ...(calendars.length === 0 ? {} : { calendars }),
    ...(tables.length === 0 ? {} : { tables }),
    given: [...new Set([...plan.entries.values()].flatMap((entry) => givenTo(handlers[entry])))],
    entries: Object.fromEntries(plan.entries),
    handlers,
    sites,
    ...(flow.fallback === undefined
      ? {}
      : { fallback: emitFallback(flow.fallback, flow.languages, { generation, addSite }) }),
  };
}

/**
 * What comes before anything can be heard is done when the document is asked for; the first thing the caller notices
 * begins the document. `path`: steps passed that leave nothing to do, such as the beginning of a call.
 */
function emitHandler(block: Block, path: readonly string[], target: Target): Handler {
  const rest = (next: Block) => emitHandler(next, [], target);
  const pass = (next: Block, step: string) => emitHandler(next, [...path, step], target);
  switch (block.kind) {
    case "receive": {
      const { parameter, into, step } = block.instruction;
      return { do: "receive", parameter, into, step, next: rest(block.next) };
    }
    case "assign": {
      const { variable, expression, step } = block.instruction;
      return { do: "assign", variable, expression, step, next: rest(block.next) };
    }
    case "tell": {
      const { disposition, note, step } = block.instruction;
      return { do: "tell", tell: { disposition, note }, step, next: rest(block.next) };
    }
    case "choose": {
      const { cases, step } = block.instruction;
      if (cases.length === 0) return pass(block.otherwise, step);
      return {
        do: "choose",
        step,
        cases: cases.map((one, index) => ({ when: one.when, next: rest(block.cases[index] ?? block.otherwise) })),
        otherwise: rest(block.otherwise),
      };
    }
    case "request": {
      const { request, keep, ways, step } = block.instruction;
      return {
        do: "request",
        step,
        request,
        keep,
        ways: ways.map((one, index) => ({ statuses: one.statuses, next: rest(block.ways[index] ?? block.failed) })),
        failed: rest(block.failed),
      };
    }
    case "go":
      return { do: "jump", to: block.to };
    case "do":
      if (block.instruction.commands.length === 0) return pass(block.next, block.instruction.step);
      return serve(block, path, target);
    case "enclose":
    case "ask":
    case "await":
    case "end":
      return serve(block, path, target);
  }
}

/** Variables taken from the request that begins a call. */
function givenTo(handler: Handler | undefined): readonly string[] {
  return handler?.do === "receive" ? [handler.into, ...givenTo(handler.next)] : [];
}

function serve(block: Block, path: readonly string[], target: Target): Handler {
  return { do: "serve", ahead: stepsAhead(block, path), parts: emitTemplate(block, path, target) };
}

function stepsAhead(block: Block, path: readonly string[]): readonly string[] {
  const ahead = new Set(path);
  let at = block;
  while (at.kind === "do" || at.kind === "enclose" || at.kind === "tell") {
    ahead.add(at.instruction.step);
    at = at.next;
  }
  if (at.kind === "ask" || at.kind === "await" || at.kind === "end") ahead.add(at.instruction.step);
  return [...ahead].filter((step) => step !== "");
}
