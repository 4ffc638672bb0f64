import type { Diagnostic, Flow, Step } from "../../flow/index.ts";
import type { Port, StepDefinition } from "../../steps/definition.ts";
import { findStepDefinition } from "../../steps/registry.ts";
import { type Said, said } from "../../words/said.ts";
import type { Memory } from "../memory.ts";
import { checkData, nameOf } from "./read-flow.ts";

/** A step together with the definition that answers for it. `data` has been accepted by the definition's schema. */
export interface LinkedStep {
  readonly step: Step;
  readonly definition: StepDefinition;
  readonly data: unknown;
  readonly ports: readonly Port[];
  /** The language its prompts are written in: the first one of the flow that it was drawn in. */
  readonly wordsIn: string;
  /** The way out of the step that called, by which a call goes on from here. Set where a flow that was called is left. */
  readonly backBy?: { readonly step: string; readonly port: string };
}

/** A flow whose edges can be followed. Steps in the order of their ids, so nothing after this depends on drawing order. */
export interface LinkedFlow {
  readonly flow: Flow;
  readonly steps: ReadonlyMap<string, LinkedStep>;
  /** Where the call goes when it leaves the step by the port, the port's `otherwise` included. */
  target(step: string, port: string): string | undefined;
}

export interface Linked {
  readonly linked: LinkedFlow;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Ties edges to steps and ports. Faulty steps and edges are left out and reported, the rest can still be analysed. Flows that
 * steps call are not looked at.
 */
export function linkSteps(flow: Flow, memory: Memory): Linked {
  const diagnostics: Diagnostic[] = [];
  const steps = new Map<string, LinkedStep>();
  const sorted = [...flow.steps].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (const step of sorted) {
    const namesake = steps.get(step.id);
    if (namesake !== undefined) {
      const sentence = said`"${nameOf(namesake.step)}" and "${nameOf(step)}" have the same id, "${step.id}", so lines cannot tell them apart: give one of them another id.`;
      diagnostics.push(fault("step-id-twice", sentence, step.id));
      continue;
    }
    const { faults, accepted } = memory.recall(readStep, step, flow.languages);
    diagnostics.push(...faults);
    if (accepted !== undefined) steps.set(step.id, accepted);
  }

  const known = new Map(flow.steps.map((step) => [step.id, nameOf(step)]));
  /** By step and port. */
  const edges = new Map<string, Map<string, string>>();
  for (const edge of flow.edges) {
    const from = steps.get(edge.from);
    const port = from?.ports.find((one) => one.id === edge.port);
    const fromName = known.get(edge.from) ?? edge.from;
    const toName = known.get(edge.to) ?? edge.to;
    const missing = [edge.from, edge.to].find((id) => !known.has(id));
    const ways = edges.get(edge.from) ?? new Map<string, string>();
    if (missing !== undefined) {
      diagnostics.push(
        fault(
          "edge-to-nowhere",
          said`A line leads from "${fromName}" to "${toName}", but there is no step "${missing}": remove the line.`,
          known.has(edge.from) ? edge.from : undefined,
        ),
      );
    } else if (steps.get(edge.to)?.definition.entry !== undefined) {
      diagnostics.push(
        fault(
          "edge-to-entry",
          said`A line leads from "${fromName}" to "${toName}", where calls begin: let it lead to the step after it.`,
          edge.from,
        ),
      );
    } else if (from !== undefined && port === undefined) {
      diagnostics.push({
        ...fault(
          "edge-from-no-port",
          said`A line leaves "${fromName}" by "${edge.port}", a way out that it does not have: remove the line or draw it from another.`,
          edge.from,
        ),
        port: edge.port,
      });
    } else if (ways.has(edge.port)) {
      diagnostics.push({
        ...fault(
          "port-connected-twice",
          said`Two lines leave "${fromName}" by "${port?.title ?? edge.port}", but a call can only go one way: remove one of them.`,
          edge.from,
        ),
        port: edge.port,
      });
    } else {
      edges.set(edge.from, ways.set(edge.port, edge.to));
    }
  }

  const target = (step: string, port: string): string | undefined => {
    const ways = edges.get(step);
    const direct = ways?.get(port);
    if (direct !== undefined) return direct;
    const otherwise = steps.get(step)?.ports.find((one) => one.id === port)?.otherwise;
    return otherwise === undefined ? undefined : ways?.get(otherwise);
  };
  return { linked: { flow, steps, target }, diagnostics };
}

interface ReadStep {
  readonly faults: readonly Diagnostic[];
  /** Absent when there are faults. */
  readonly accepted?: LinkedStep;
}

function readStep(step: Step, [wordsIn = ""]: Flow["languages"]): ReadStep {
  const definition = findStepDefinition(step.type);
  const faults = checkData(step);
  if (definition === undefined || faults.length > 0) return { faults };
  const data = definition.schema.parse(step.data);
  return { faults, accepted: { step, definition, data, ports: definition.ports(data), wordsIn } };
}

function fault(code: string, sentence: Said, step?: string): Diagnostic {
  return { code, severity: "error", ...sentence, ...(step === undefined ? {} : { step }) };
}
