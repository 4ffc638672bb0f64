import type { Diagnostic, Flow, SubFlow, Variable } from "../../flow/index.ts";
import type { FlowCall } from "../../steps/definition.ts";
import { type Said, said, type Text } from "../../words/said.ts";
import type { Memory } from "../memory.ts";
import { callFaults } from "./call-faults.ts";
import { beginning, entering, leaving } from "./call-frames.ts";
import { copyCalled, within } from "./copy-called.ts";
import { type Linked, type LinkedFlow, type LinkedStep, linkSteps } from "./link-steps.ts";
import { nameOf } from "./read-flow.ts";

/** All calls of a flow together may stand for so many steps: as many as a flow may have. */
const maxSteps = 20_000;

/** The flows that are being gone through, from the outermost on, what can be called there, and what is shared by all. */
interface Ground {
  readonly path: readonly string[];
  readonly subFlows: Readonly<Record<string, SubFlow>>;
  /** Of the flow that calls. */
  readonly languages: Flow["languages"];
  readonly names: Set<string>;
  readonly size: { steps: number };
  readonly memory: Memory;
}

/**
 * Puts a copy of what is called in place of each call, under ids and names of its own. Where that is too much, and where a
 * flow calls itself, the step that calls is left as it is, with an error.
 */
export function callFlows(flow: Flow, subFlows: Readonly<Record<string, SubFlow>>, memory: Memory): Linked {
  const names = new Set(flow.variables.map((one) => one.name));
  const size = { steps: 0 };
  const all = expand(flow, { path: [], subFlows, languages: flow.languages, names, size, memory });
  if (size.steps <= maxSteps) return all;
  const { linked, diagnostics } = linkSteps(flow, memory);
  const sentence = said`The flows that this one goes through stand for more than ${maxSteps} steps; let it go through fewer.`;
  return { linked, diagnostics: [...diagnostics, { code: "sub-flows-too-large", severity: "error", ...sentence }] };
}

/**
 * Diagnostics as the author of the caller can use them: an error inside of a flow that is called is told at the step that
 * calls it. What is only a warning there belongs to whoever draws that flow.
 */
export function toldAtCalls(diagnostics: readonly Diagnostic[], { steps }: LinkedFlow): readonly Diagnostic[] {
  return diagnostics.flatMap((one) => {
    const at = one.step?.indexOf(within) ?? -1;
    const caller = steps.get(one.step?.slice(0, Math.max(at, 0)) ?? "");
    if (at < 0 || caller === undefined) return [one];
    if (one.severity !== "error") return [];
    const { code, severity, ...sentence } = one;
    return [{ code, severity, ...told(caller.step, sentence), step: caller.step.id }];
  });
}

/** The step of the author's own flow that stands for this one: the one that calls, for a step of a flow that is called. */
export function ownStep(id: string): string {
  const at = id.indexOf(within);
  return at < 0 ? id : id.slice(0, at);
}

function expand(flow: Flow, ground: Ground): Linked {
  const { linked, diagnostics } = linkSteps(flow, ground.memory);
  const calls = [...linked.steps.values()].flatMap((step) => {
    const call = step.definition.calls?.(step.data);
    return call === undefined || call.flow === "" ? [] : [{ step, call }];
  });
  if (calls.length === 0) return { linked, diagnostics };

  const found = [...diagnostics];
  const steps = new Map(linked.steps);
  const targets = new Map<string, string | undefined>();
  const variables = [flow.variables];
  for (const { step, call } of calls) {
    if (ground.size.steps > maxSteps) break;
    const { id } = step.step;
    const called = goThrough(step, call, { ...ground, languages: flow.languages });
    found.push(...called.diagnostics);
    if (called.linked === undefined) continue;
    const { linked: inner, begin, names } = called;
    variables.push(inner.flow.variables);
    steps.set(id, entering(step, called.own, call, names));
    targets.set(key(id, beginning), begin);
    for (const [innerId, one] of inner.steps) {
      if (one.definition.entry !== undefined) continue;
      const by = one.definition.returns?.(one.data);
      if (by === undefined) {
        steps.set(innerId, one);
        for (const port of one.ports) targets.set(key(innerId, port.id), inner.target(innerId, port.id));
      } else {
        const port = call.ends.includes(by) ? by : "next";
        steps.set(innerId, { ...leaving(one, call, names), backBy: { step: id, port } });
        targets.set(key(innerId, "next"), linked.target(id, port));
      }
    }
  }
  const target = (step: string, port: string) =>
    targets.has(key(step, port)) ? targets.get(key(step, port)) : linked.target(step, port);
  const sorted = new Map([...steps].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  const all = ground.memory.recall(inOne, ...variables);
  return { linked: { flow: { ...flow, variables: all }, steps: sorted, target }, diagnostics: found };
}

const inOne = (...lists: readonly Flow["variables"][]) => lists.flat();

type GoneThrough = { readonly diagnostics: readonly Diagnostic[] } & (
  | { readonly linked?: undefined }
  | {
      readonly linked: LinkedFlow;
      /** Variables of the flow that is called, without those of flows that it calls; as they are called here. */
      readonly own: readonly Variable[];
      /** What its variables are called here. */
      readonly names: ReadonlyMap<string, string>;
      readonly begin: string | undefined;
    }
);

/**
 * One call: what is called, under ids and names that no other step and variable has. What that was published with counts
 * before what the flows around it hold.
 */
function goThrough({ step }: LinkedStep, call: FlowCall, ground: Ground): GoneThrough {
  const { path, languages, size, memory } = ground;
  const refuse = (code: string, sentence: Said): GoneThrough => ({
    diagnostics: [{ code, severity: "error", ...said`${nameOf(step)}: ${sentence}`, step: step.id, path: ["flow"] }],
  });
  const sub = Object.hasOwn(ground.subFlows, call.flow) ? ground.subFlows[call.flow] : undefined;
  if (sub === undefined)
    return refuse("sub-flow-missing", said`the flow it goes through is not there; choose another one.`);
  if (path.includes(call.flow)) {
    const round = [...path.slice(path.indexOf(call.flow)), call.flow].map(
      (id) => `"${ground.subFlows[id]?.name ?? id}"`,
    );
    const circle = round.reduce<Text>((before, name) => (before === "" ? name : said`${before} calls ${name}`), "");
    return refuse("sub-flow-calls-itself", said`calls would never come back: ${circle}.`);
  }
  size.steps += sub.steps.length;
  // Told once, of all calls together.
  if (size.steps > maxSteps) return { diagnostics: [] };

  const { flow, names } = copyCalled(sub, step.id, { languages, taken: ground.names, memory });
  const subFlows = { ...ground.subFlows, ...sub.subFlows };
  const inner = expand(flow, { ...ground, subFlows, path: [...path, call.flow] });
  const entry = [...inner.linked.steps.values()].find((one) => one.definition.entry === "incoming-call");
  if (entry === undefined) {
    return refuse("sub-flow-without-beginning", said`"${sub.name}" has no Incoming call, where calls begin in it.`);
  }
  const errors = inner.diagnostics.filter((one) => one.severity === "error");
  const faults = callFaults(step, call, sub, inner.linked).concat(
    errors.map(({ code, ...sentence }) => ({ code, severity: "error", ...told(step, sentence), step: step.id })),
  );
  const begin = inner.linked.target(entry.step.id, "next");
  const own = sub.variables.map((one) => ({ ...one, name: names.get(one.name) ?? one.name }));
  return { diagnostics: faults, linked: inner.linked, own, names, begin };
}

/** How a fault inside of a flow that is called is told to whoever draws the caller. */
function told(step: { readonly id: string; readonly label: string }, sentence: Said): Said {
  return said`${nameOf(step)}, in the flow it goes through: ${sentence}`;
}

function key(step: string, port: string): string {
  return `${step}\0${port}`;
}
