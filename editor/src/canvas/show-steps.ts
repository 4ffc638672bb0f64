import { getViewportForBounds, type Viewport } from "@xyflow/react";
import { type Bounds, boundsOf } from "../model/bounds.ts";
import type { Editor } from "../model/editor.ts";

/** The part of React Flow that moves the view. Its own `fitView` waits for cards that are not drawn, so it is not used. */
export interface Mover {
  setViewport(viewport: Viewport, options?: { duration?: number }): unknown;
}

const smallestZoom = 0.1;
/** Below this the words on a card cannot be read. */
const smallestReadableZoom = 0.6;
const beginningZoom = 0.8;
/** Pixels left free around. */
const margin = 40;

/** Milliseconds in which the view moves; people who asked for less motion get none. */
export const moveMs = window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 250;

/** Brings the steps into view, all of them when none are named. */
export function showSteps(view: Mover, editor: Editor, ids?: ReadonlySet<string>): void {
  const bounds = boundsOf(editor.document.getState().flow, editor.view.getState().sizes, ids);
  if (bounds !== undefined) view.setViewport(viewportFor(bounds, smallestZoom), { duration: moveMs });
}

/** Moves the view, and leaves its scale, when the step cannot be seen whole. */
export function followStep(view: Mover & { getViewport(): Viewport }, editor: Editor, id: string): void {
  const bounds = boundsOf(editor.document.getState().flow, editor.view.getState().sizes, new Set([id]));
  if (bounds === undefined) return;
  const { x, y, zoom } = view.getViewport();
  const { width, height } = canvasRect();
  const left = bounds.x * zoom + x;
  const top = bounds.y * zoom + y;
  const [wide, high] = [bounds.width * zoom, bounds.height * zoom];
  if (left >= 0 && top >= 0 && left + wide <= width && top + high <= height) return;
  // A card that is taller than the canvas is read from its top.
  const to = { x: (width - wide) / 2 - bounds.x * zoom, y: Math.max(margin, (height - high) / 2) - bounds.y * zoom };
  view.setViewport({ ...to, zoom }, { duration: moveMs });
}

/** Shows the whole flow if it can be read then, else its left end, where calls begin. */
export function showBeginning(view: Mover, editor: Editor): void {
  const { flow } = editor.document.getState();
  const { sizes } = editor.view.getState();
  const bounds = boundsOf(flow, sizes);
  if (bounds === undefined) return;
  const whole = viewportFor(bounds, smallestReadableZoom);
  if (whole.zoom > smallestReadableZoom) {
    view.setViewport(whole);
    return;
  }
  const leftmost = flow.steps.find((step) => flow.layout[step.id]?.x === bounds.x);
  const first = boundsOf(flow, sizes, new Set(leftmost === undefined ? [] : [leftmost.id])) ?? bounds;
  const middle = canvasRect().height / 2;
  view.setViewport({
    zoom: beginningZoom,
    x: margin - first.x * beginningZoom,
    y: middle - (first.y + first.height / 2) * beginningZoom,
  });
}

function viewportFor(bounds: Bounds, minZoom: number): Viewport {
  const { width, height } = canvasRect();
  return getViewportForBounds(bounds, width, height, minZoom, 1, `${margin}px`);
}

/** Where the canvas is in the window; of several, the one of the dialog that lies above. */
export function canvasRect(): DOMRect {
  return [...document.querySelectorAll(".react-flow")].at(-1)?.getBoundingClientRect() ?? new DOMRect();
}
