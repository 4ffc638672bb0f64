import { type EdgeMarker, MarkerType } from "@xyflow/react";
import type { FlowEdge } from "./projection.ts";

export const arrow: EdgeMarker = { type: MarkerType.ArrowClosed, width: 16, height: 16, color: "var(--edge)" };

/**
 * All lines into a card end in one point, so one of them has the arrow for all: the last, which lies on top, and rather one
 * that is no failure, since those are thin. A card may have hundreds of lines, and arrows cost more to draw than they do.
 */
export function withArrows(edges: readonly FlowEdge[]): FlowEdge[] {
  const bearers = new Map<string, FlowEdge>();
  for (const edge of edges) {
    if (bearers.get(edge.target)?.data?.failure === false && edge.data?.failure === true) continue;
    bearers.set(edge.target, edge);
  }
  return edges.map((edge) => (edge.selected === true || bearers.get(edge.target) === edge ? armed(edge) : edge));
}

/** The same object for the same line, so that React Flow does not draw it anew. */
function armed(edge: FlowEdge): FlowEdge {
  const known = remembered.get(edge);
  if (known !== undefined) return known;
  const made: FlowEdge = { ...edge, markerEnd: arrow };
  remembered.set(edge, made);
  return made;
}

const remembered = new WeakMap<FlowEdge, FlowEdge>();
