import { getViewportForBounds, type ReactFlowInstance } from "@xyflow/react";
import { cardShape } from "../model/card-size.ts";
import type { FlowEdge, StepNode } from "./projection.ts";

/** Below this the words on a card cannot be read. */
const smallestReadableZoom = 0.6;
const beginningZoom = 0.8;
/** Pixels left free around. */
const margin = 40;

/** Shows the whole flow if it can be read then, else its left end, where calls begin. */
export function showBeginning(view: ReactFlowInstance<StepNode, FlowEdge>): void {
  const canvas = document.querySelector(".react-flow")?.getBoundingClientRect();
  const cards = view.getNodes().map((node) => ({ ...node.position, ...cardShape(node.data.step) }));
  if (canvas === undefined || cards.length === 0) return;
  const left = Math.min(...cards.map((card) => card.x));
  const top = Math.min(...cards.map((card) => card.y));
  const right = Math.max(...cards.map((card) => card.x + card.width));
  const bottom = Math.max(...cards.map((card) => card.y + card.height));
  const bounds = { x: left, y: top, width: right - left, height: bottom - top };
  const whole = getViewportForBounds(bounds, canvas.width, canvas.height, smallestReadableZoom, 1, `${margin}px`);
  if (whole.zoom > smallestReadableZoom) void view.setViewport(whole);
  else {
    const zoom = beginningZoom;
    const first = cards.reduce((a, b) => (b.x < a.x ? b : a));
    void view.setViewport({
      zoom,
      x: margin - left * zoom,
      y: canvas.height / 2 - (first.y + first.height / 2) * zoom,
    });
  }
}
