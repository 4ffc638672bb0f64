import type { Step } from "@ozflow/compiler";
import type { Size } from "./changes/index.ts";
import { portsOf, summaryOf } from "./ports.ts";

/** Pixels; the style sheet of the card (`canvas/step-card.module.css`) has the same width. */
export const cardWidth = 264;
const headHeight = 52;
const lineHeight = 18;
const portHeight = 26;
const charactersPerLine = 38;
const maxSummaryLines = 3;

/** About how large a card will be, before the browser has drawn it. */
export function cardSize(step: Step): Size {
  const known = remembered.get(step);
  if (known !== undefined) return known;
  const size = estimate(step);
  remembered.set(step, size);
  return size;
}

/** Steps are never changed in place; a drag asks for every card in every frame. */
const remembered = new WeakMap<Step, Size>();

function estimate(step: Step): Size {
  const lines = summaryOf(step)
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersPerLine)), 0);
  const ports = portsOf(step)?.length ?? 0;
  return {
    width: cardWidth,
    height: headHeight + 16 + Math.min(lines, maxSummaryLines) * lineHeight + ports * portHeight + 12,
  };
}
