import type { Flow, Step } from "@ozflow/compiler";
import { cardShape } from "./card-size.ts";
import type { Position, Size } from "./changes/index.ts";

export type Bounds = Position & Size;

/** Where a card lies, drawn or not. */
export function cardBounds(step: Step, flow: Flow, sizes: Readonly<Record<string, Size>>): Bounds {
  const { x, y } = flow.layout[step.id] ?? { x: 0, y: 0 };
  const { width, height } = sizes[step.id] ?? cardShape(step);
  return { x, y, width, height };
}

/** The rectangle that holds the cards of these steps, drawn or not; undefined when there are none. */
export function boundsOf(
  flow: Flow,
  sizes: Readonly<Record<string, Size>>,
  ids?: ReadonlySet<string>,
): Bounds | undefined {
  const cards = flow.steps.filter((step) => ids?.has(step.id) ?? true).map((step) => cardBounds(step, flow, sizes));
  if (cards.length === 0) return undefined;
  const x = Math.min(...cards.map((card) => card.x));
  const y = Math.min(...cards.map((card) => card.y));
  return {
    x,
    y,
    width: Math.max(...cards.map((card) => card.x + card.width)) - x,
    height: Math.max(...cards.map((card) => card.y + card.height)) - y,
  };
}
