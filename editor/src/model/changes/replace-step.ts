import { type Edge, type Flow, findStepDefinition, type Port, type Step } from "@ozflow/compiler";
import type { Change } from "../change.ts";
import { inFlowLanguage } from "../first-words.ts";
import { canBeLedTo, portsOf } from "../ports.ts";
import { titleOf } from "../step-words.ts";
import { withVariablesOf } from "./add-step.ts";

/**
 * Makes a step of another kind out of one: its place, its label, what leads to it and as much of its data as the new kind
 * has a use for stay. Its ways out go on from the ports of the same name, then from free ones of the same sort.
 */
export function replaceStep(id: string, type: string): Change {
  return {
    name: "replace-step",
    apply(flow) {
      const before = flow.steps.find((step) => step.id === id);
      const definition = findStepDefinition(type);
      if (before === undefined || definition === undefined || before.type === type) return flow;
      const wasCalledByKind = before.label === titleOf(before.type);
      const label = wasCalledByKind ? titleOf(type) : before.label;
      const after: Step = { id, type, label, data: carriedOver(before, type, flow) };
      // A call begins at an entry and never comes back to one.
      if (canBeLedTo(before) !== canBeLedTo(after)) return flow;
      return {
        ...flow,
        variables: withVariablesOf([after], flow.variables),
        steps: flow.steps.map((step) => (step === before ? after : step)),
        edges: replacedEdges(flow.edges, before, after),
      };
    },
  };
}

/** The new kind's defaults, with those fields of the old data that both know, as far as the new kind takes them. */
function carriedOver(before: Step, type: string, flow: Flow): Step["data"] {
  const definition = findStepDefinition(type);
  // Defaults and data are objects for every kind; the registry has forgotten it.
  let data = structuredClone(inFlowLanguage(definition?.defaults as Step["data"], flow));
  for (const [name, value] of Object.entries(before.data)) {
    const tried = { ...data, [name]: value };
    if (definition?.schema.safeParse(tried).success === true) data = tried;
  }
  return data;
}

function replacedEdges(edges: Flow["edges"], before: Step, after: Step): Flow["edges"] {
  const leaving = edges.filter((edge) => edge.from === after.id);
  const ports = portsOf(after) ?? [];
  const kindBefore = new Map((portsOf(before) ?? []).map((port) => [port.id, port.kind]));
  const kept = leaving.filter(({ port }) => ports.some((one) => one.id === port));
  const free = ports.filter((port) => !kept.some((edge) => edge.port === port.id));
  const moved = leaving.filter((edge) => !kept.includes(edge)).flatMap((edge) => moveTo(free, edge, kindBefore));
  return [...edges.filter((edge) => edge.from !== after.id), ...kept, ...moved];
}

/** Takes a free port: a failure for a failure, any other way for any other way. */
function moveTo(free: Port[], edge: Edge, kindBefore: ReadonlyMap<string, Port["kind"]>): readonly Edge[] {
  const failed = kindBefore.get(edge.port) === "failure";
  const at = free.findIndex(({ kind }) => (kind === "failure") === failed);
  const [port] = at < 0 ? [] : free.splice(at, 1);
  return port === undefined ? [] : [{ ...edge, port: port.id }];
}
