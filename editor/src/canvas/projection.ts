import type { Flow, Step } from "@ozflow/compiler";
import { type Edge, type Node, type NodeChange, type NodeHandle, Position } from "@xyflow/react";
import { edgeKey } from "../commands/selection.ts";
import { cardShape, targetY } from "../model/card-size.ts";
import type { Position as Place, Size } from "../model/changes/index.ts";
import { canBeLedTo, portsOf } from "../model/ports.ts";
import type { ViewState } from "../model/view-store.ts";
import { type NoteNode, noteIdOf } from "./note-projection.ts";

export type StepNode = Node<{ readonly step: Step }, "step">;
export type FlowEdge = Edge<{ readonly failure: boolean }>;

type Seen = Pick<ViewState, "steps" | "edges" | "dragged" | "sizes">;

/** What lies on the canvas. */
export type CanvasNode = StepNode | NoteNode;

export interface Projection {
  nodes(flow: Flow, seen: Seen): StepNode[];
  edges(flow: Flow, seen: Pick<Seen, "edges">): FlowEdge[];
}

/**
 * React Flow's nodes and edges, computed from the flow and what is selected, dragged and measured. What did not change is
 * the same object as before, so that React Flow draws only what did.
 */
export function createProjection(): Projection {
  let nodesBefore = new Map<string, StepNode>();
  let edgesBefore = new Map<string, FlowEdge>();
  return {
    nodes(flow, seen) {
      const nodes = flow.steps.map((step) => reuse(nodesBefore.get(step.id), nodeOf(step, flow, seen)));
      nodesBefore = new Map(nodes.map((node) => [node.id, node]));
      return nodes;
    },
    edges(flow, seen) {
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
            selected: seen.edges.has(id),
            data: { failure },
            ...(failure ? { className: "failure" } : {}),
          }),
        ];
      });
      edgesBefore = new Map(edges.map((edge) => [edge.id, edge]));
      return edges;
    },
  };
}

function nodeOf(step: Step, flow: Flow, seen: Seen): StepNode {
  const measured = seen.sizes[step.id];
  const expected = cardShape(step);
  return {
    id: step.id,
    type: "step",
    position: seen.dragged[step.id] ?? flow.layout[step.id] ?? { x: 0, y: 0 },
    selected: seen.steps.has(step.id),
    data: { step },
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

function reuse(before: StepNode | undefined, now: StepNode): StepNode {
  const same =
    before !== undefined &&
    before.data.step === now.data.step &&
    before.selected === now.selected &&
    before.measured === now.measured &&
    before.position.x === now.position.x &&
    before.position.y === now.position.y;
  return same ? before : now;
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
        if (change.dimensions !== undefined && noteIdOf(change.id) === undefined) sizes[change.id] = change.dimensions;
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
