import { ownStep } from "../phases/1-parse/call-flows.ts";
import { beginning } from "../phases/1-parse/call-frames.ts";
import type { LinkedFlow } from "../phases/1-parse/link-flow.ts";
import type { TestRun, Way } from "./play-test.ts";

/** How many of them were come by, and which were not. */
export interface Covered<Item> {
  readonly all: number;
  readonly covered: number;
  readonly missing: readonly Item[];
}

/** What the calls of all tests together came by in one flow. */
export interface Coverage {
  /** Missing ones by id. */
  readonly steps: Covered<string>;
  readonly ports: Covered<Way>;
  /** A line that stands for another way out as well is covered by calls that leave by either. */
  readonly edges: Covered<Way & { readonly to: string }>;
}

export function coverageOf(linked: LinkedFlow, runs: readonly Pick<TestRun, "steps" | "left">[]): Coverage {
  const visited = new Set(runs.flatMap((run) => run.steps));
  const left = new Set(runs.flatMap((run) => run.left.map((way) => keyOf(linked.steps.get(way.step)?.backBy ?? way))));
  // What a flow that is called covers is a matter of its own tests.
  const steps = [...linked.steps.keys()].filter((id) => ownStep(id) === id);
  const ports = steps.flatMap((step) => {
    const own = linked.steps.get(step)?.ports.filter(({ id }) => id !== beginning) ?? [];
    return own.map(({ id }) => ({ step, port: id }));
  });
  const edges = ports.flatMap(({ step, port }) => {
    const to = edgeFrom(linked, step, port);
    return to === undefined ? [] : [{ step, port, to }];
  });
  const taken = new Set(ports.filter((way) => left.has(keyOf(way))).map((way) => keyOf(edgeUsed(linked, way))));
  return {
    steps: covered(steps, (step) => visited.has(step)),
    ports: covered(ports, (way) => left.has(keyOf(way))),
    edges: covered(edges, (edge) => taken.has(keyOf(edge))),
  };
}

/** Of several flows together; what is missing is told by each. */
export function totalOf(coverages: readonly Coverage[]): Coverage {
  return {
    steps: together(coverages.map((one) => one.steps)),
    ports: together(coverages.map((one) => one.ports)),
    edges: together(coverages.map((one) => one.edges)),
  };
}

/** In percent, cut and not rounded: what is not whole is never 100. Of nothing, everything is covered. */
export function percentOf({ all, covered: some }: Pick<Covered<unknown>, "all" | "covered">): number {
  return all === 0 ? 100 : Math.floor((some * 1000) / all) / 10;
}

function covered<Item>(items: readonly Item[], isCovered: (item: Item) => boolean): Covered<Item> {
  const missing = items.filter((item) => !isCovered(item));
  return { all: items.length, covered: items.length - missing.length, missing };
}

function together<Item>(parts: readonly Covered<Item>[]): Covered<Item> {
  return {
    all: parts.reduce((sum, one) => sum + one.all, 0),
    covered: parts.reduce((sum, one) => sum + one.covered, 0),
    missing: parts.flatMap((one) => one.missing),
  };
}

function edgeFrom(linked: LinkedFlow, step: string, port: string): string | undefined {
  return linked.flow.edges.find((edge) => edge.from === step && edge.port === port)?.to;
}

/** The way whose line a call takes that leaves by this one. */
function edgeUsed(linked: LinkedFlow, way: Way): Way {
  if (edgeFrom(linked, way.step, way.port) !== undefined) return way;
  const otherwise = linked.steps.get(way.step)?.ports.find(({ id }) => id === way.port)?.otherwise;
  return otherwise === undefined ? way : { step: way.step, port: otherwise };
}

function keyOf({ step, port }: Way): string {
  return `${step}\0${port}`;
}
