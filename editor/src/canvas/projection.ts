import type { Flow, Step } from "@ozflow/compiler";
import { type Edge, type Node, type NodeChange, type NodeHandle, Position } from "@xyflow/react";
import { edgeKey } from "../commands/selection.ts";
import { cardShape, targetY } from "../model/card-size.ts";
import type { Position as Place, Size } from "../model/changes/index.ts";
import { canBeLedTo, portsOf } from "../model/ports.ts";
import { createReadingOrder } from "../model/reading-order.ts";
import type { ViewState } from "../model/view-store.ts";
import { type FrameNode, frameIdOf } from "./frame-projection.ts";
import { type NoteNode, noteIdOf } from "./note-projection.ts";
import { sameList } from "./same-list.ts";

/** What a step says, its card asks for itself: then nothing on the canvas but the card is another while somebody types. */
export type StepNode = Node<{ readonly titleId: string }, "step">;
export type FlowEdge = Edge<{ readonly failure: boolean }>;

type Seen = Pick<ViewState, "steps" | "edges" | "dragged" | "sizes">;

/** What lies on the canvas. */
export type CanvasNode = StepNode | NoteNode | FrameNode;

export interface Projection {
  nodes(flow: Flow, seen: Seen): StepNode[];
  edges(flow: Flow, seen: Pick<Seen, "edges">): FlowEdge[];
}

/**
 * React Flow's nodes and edges, computed from the flow and what is selected, dragged and measured. What did not change is
 * the same object as before, so that React Flow draws only what did. `titles` begins the ids of the cards' titles on the page.
 */
export function createProjection(titles = "title"): Projection {
  const inReadingOrder = createReadingOrder();
  let nodesBefore: StepNode[] = [];
  let known = new Map<string, { readonly node: StepNode; readonly step: Step }>();
  let edgesBefore = new Map<string, FlowEdge>();
  let drawn: { readonly flow: Flow; readonly selected: Seen["edges"]; readonly edges: FlowEdge[] } | undefined;
  return {
    nodes(flow, seen) {
      const steps = inReadingOrder(flow);
      const nodes = steps.map((step) => {
        const before = known.get(step.id);
        const isShaped = before?.node.measured !== undefined || before?.step === step;
        return before !== undefined && isShaped && isStill(before.node, flow, seen)
          ? before.node
          : nodeOf(step, flow, seen, `${titles}-${step.id}`);
      });
      known = new Map(steps.flatMap((step, at) => (nodes[at] ? [[step.id, { node: nodes[at], step }]] : [])));
      nodesBefore = sameList(nodesBefore, nodes);
      return nodesBefore;
    },
    edges(flow, { edges: selected }) {
      // The same list says that no line needs to be looked at: what is typed into a step changes none.
      if (drawn !== undefined && drawn.selected === selected && leadAlike(drawn.flow, flow)) return drawn.edges;
      const steps = new Map(flow.steps.map((step) => [step.id, step]));
      const edges = flow.edges.flatMap((edge): FlowEdge[] => {
        const from = steps.get(edge.from);
        const to = steps.get(edge.to);
        const port = from && portsOf(from)?.find((one) => one.id === edge.port);
        // An edge without its ends cannot be drawn; the problems list names it.
        if (port === undefined || to === undefined || !canBeLedTo(to)) return [];
        const id = edgeKey(edge);
        const failure = port.kind === "failure";
        return [
          reuseEdge(edgesBefore.get(id), {
            id,
            source: edge.from,
            sourceHandle: edge.port,
            target: edge.to,
            selected: selected.has(id),
            data: { failure },
            ...(failure ? { className: "failure" } : {}),
          }),
        ];
      });
      edgesBefore = new Map(edges.map((edge) => [edge.id, edge]));
      drawn = { flow, selected, edges };
      return edges;
    },
  };
}

/** Whether lines are drawn from and to the same: of steps they need the kind and the ways out. */
function leadAlike(one: Flow, other: Flow): boolean {
  if (one.edges !== other.edges || one.steps.length !== other.steps.length) return false;
  return one.steps.every((before, index) => {
    const now = other.steps[index];
    if (now === undefined || now === before) return now === before;
    return now.id === before.id && now.type === before.type && haveSameWays(before, now);
  });
}

function haveSameWays(one: Step, other: Step): boolean {
  const [before, now] = [portsOf(one) ?? [], portsOf(other) ?? []];
  return (
    before.length === now.length && before.every(({ id, kind }, at) => now[at]?.id === id && now[at]?.kind === kind)
  );
}

function nodeOf(step: Step, flow: Flow, seen: Seen, titleId: string): StepNode {
  const measured = seen.sizes[step.id];
  const expected = cardShape(step);
  return {
    id: step.id,
    type: "step",
    position: placeOf(step.id, flow, seen),
    selected: seen.steps.has(step.id),
    data: { titleId },
    domAttributes: { "aria-labelledby": titleId },
    initialWidth: expected.width,
    initialHeight: expected.height,
    // Cards that were never on the screen are not drawn; their lines are, from where the ports will be.
    ...(measured === undefined ? { handles: expectedHandles(step) } : { measured }),
  };
}

/** A handle that lines touch in its middle. */
function expectedHandles(step: Step): NodeHandle[] {
  const { width, ports } = cardShape(step);
  const sources = ports.map(({ id, y }): NodeHandle => ({ id, type: "source", position: Position.Right, x: width, y }));
  return canBeLedTo(step) ? [{ type: "target", position: Position.Left, x: 0, y: targetY }, ...sources] : sources;
}

function isStill({ id, selected, measured, position }: StepNode, flow: Flow, seen: Seen): boolean {
  const { x, y } = placeOf(id, flow, seen);
  return selected === seen.steps.has(id) && measured === seen.sizes[id] && position.x === x && position.y === y;
}

function placeOf(id: string, flow: Flow, seen: Seen): Place {
  return seen.dragged[id] ?? flow.layout[id] ?? { x: 0, y: 0 };
}

function reuseEdge(before: FlowEdge | undefined, now: FlowEdge): FlowEdge {
  const same =
    before !== undefined &&
    before.target === now.target &&
    before.selected === now.selected &&
    before.data?.failure === now.data?.failure;
  return same ? before : now;
}

/** What React Flow reports, sorted by who should hear of it. Only `dropped` is for the document. */
export interface Reports {
  readonly sizes: Readonly<Record<string, Size>>;
  /** A drag goes on. */
  readonly dragged: Readonly<Record<string, Place>>;
  /** A drag or a move by keys has ended here. */
  readonly dropped: Readonly<Record<string, Place>>;
  readonly selected: ReadonlyMap<string, boolean>;
}

export function sortReports(changes: readonly NodeChange<CanvasNode>[]): Reports {
  const sizes: Record<string, Size> = {};
  const dragged: Record<string, Place> = {};
  const dropped: Record<string, Place> = {};
  const selected = new Map<string, boolean>();
  for (const change of changes) {
    switch (change.type) {
      case "dimensions":
        if (change.dimensions !== undefined && isStep(change.id)) sizes[change.id] = change.dimensions;
        break;
      case "position":
        // A report without a place only says that nothing moves any more.
        if (change.position !== undefined) (change.dragging ? dragged : dropped)[change.id] = change.position;
        break;
      case "select":
        selected.set(change.id, change.selected);
        break;
      case "add":
      case "replace":
      case "remove":
        // Steps come and go by changes of the document only.
        break;
    }
  }
  return { sizes, dragged, dropped, selected };
}

/** Notes and frames say themselves how large they are. */
function isStep(node: string): boolean {
  return noteIdOf(node) === undefined && frameIdOf(node) === undefined;
}
