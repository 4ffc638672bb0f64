import { type Flow, findStepDefinition, type Step } from "@ozflow/compiler";
import type { PortAddress } from "./changes/index.ts";
import { portsOf, type ShownPort } from "./ports.ts";

interface Row {
  /** The step's id, or "step/port" for a way out. */
  readonly id: string;
  /** 1 for what calls begin with. */
  readonly level: number;
  /** The row it is folded away with. */
  readonly parent: string | undefined;
}

export interface StepRow extends Row {
  readonly kind: "step";
  readonly step: Step;
}

export interface WayRow extends Row {
  readonly kind: "way";
  readonly from: PortAddress;
  readonly port: ShownPort;
  readonly to: Step | undefined;
  /** Where the step it leads to stands: under this row, at the step's own level further down, or elsewhere in the tree. */
  readonly place: "under" | "after" | "elsewhere" | "nowhere";
}

export type OutlineRow = StepRow | WayRow;

/**
 * The flow as a tree, in the order people read the drawing: each beginning and what it leads to, way by way, then what
 * nothing leads to. Each step stands in it once. What follows a step by its only way on stands at its level, so that a
 * straight flow is a straight list.
 */
export function outlineOf(flow: Flow): readonly OutlineRow[] {
  const known = remembered.get(flow);
  if (known !== undefined) return known;
  const rows = makeOutline(flow);
  remembered.set(flow, rows);
  return rows;
}

/** Flows are never changed in place, so an answer stays right as long as the flow lives. */
const remembered = new WeakMap<Flow, readonly OutlineRow[]>();

function makeOutline(flow: Flow): readonly OutlineRow[] {
  const steps = new Map(flow.steps.map((step) => [step.id, step]));
  const targets = new Map(flow.edges.map((edge) => [wayId({ step: edge.from, port: edge.port }), steps.get(edge.to)]));
  const shown = new Set<string>();
  const rows: OutlineRow[] = [];

  const add = (first: Step, level: number, parent: string | undefined) => {
    let step: Step | undefined = first;
    while (step !== undefined) {
      shown.add(step.id);
      rows.push({ kind: "step", id: step.id, level, parent, step });
      step = addWays(step, level);
    }
  };
  /** Returns the step that goes on at the same level. */
  const addWays = (step: Step, level: number): Step | undefined => {
    const ports = portsOf(step) ?? [];
    const [onlyWay, ...others] = ports.filter(({ kind }) => kind !== "failure");
    // Where the way on leads is kept for it, so that no failure takes the step under itself.
    const next =
      others.length > 0 || onlyWay === undefined ? undefined : targets.get(wayId({ step: step.id, port: onlyWay.id }));
    const goesOn = next !== undefined && !shown.has(next.id);
    if (goesOn) shown.add(next.id);
    for (const port of ports) {
      const from = { step: step.id, port: port.id };
      const id = wayId(from);
      const to = targets.get(id);
      const isNew = to !== undefined && !shown.has(to.id);
      const place = to === undefined ? "nowhere" : goesOn && port === onlyWay ? "after" : isNew ? "under" : "elsewhere";
      rows.push({ kind: "way", id, level: level + 1, parent: step.id, from, port, to, place });
      if (isNew) add(to, level + 2, id);
    }
    return goesOn ? next : undefined;
  };

  for (const step of rootsOf(flow)) if (!shown.has(step.id)) add(step, 1, undefined);
  return rows;
}

/** Entries, then steps that nothing leads to, then the others (they lead to each other in a ring); each from the left. */
function rootsOf(flow: Flow): readonly Step[] {
  const led = new Set(flow.edges.map((edge) => edge.to));
  const rank = (step: Step) => (findStepDefinition(step.type)?.entry !== undefined ? 0 : led.has(step.id) ? 2 : 1);
  const place = (step: Step) => flow.layout[step.id] ?? { x: 0, y: 0 };
  return flow.steps.toSorted((a, b) => rank(a) - rank(b) || place(a).y - place(b).y || place(a).x - place(b).x);
}

export function wayId({ step, port }: PortAddress): string {
  return `${step}/${port}`;
}

export function stepsInOrder(flow: Flow): readonly Step[] {
  return outlineOf(flow).flatMap((row) => (row.kind === "step" ? [row.step] : []));
}
