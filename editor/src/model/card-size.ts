import type { Port, Step } from "@ozflow/compiler";
import type { Size } from "./changes/index.ts";
import { portsOf, summaryOf } from "./ports.ts";

/** Pixels; the style sheet of the card (`canvas/step-card.module.css`) has the same ones. */
export const cardWidth = 264;
/** Middle of the place where lines end, from the top of a card. */
export const targetY = 25;
const border = 1;
const headHeight = 50;
const lineHeight = 18;
const summaryPadding = 10;
const groupPadding = 4;
const rowHeight: Readonly<Record<Port["kind"], number>> = { next: 26, choice: 26, failure: 23 };
const charactersPerLine = 38;
const maxSummaryLines = 3;

export interface CardShape extends Size {
  /** Where lines begin: the middle of each port's row, from the top of the card. */
  readonly ports: readonly { readonly id: string; readonly y: number }[];
}

/** How a card will look, about, before the browser has drawn it: only how the summary wraps is a guess. */
export function cardShape(step: Step): CardShape {
  const known = remembered.get(step);
  if (known !== undefined) return known;
  const shape = estimate(step);
  remembered.set(step, shape);
  return shape;
}

/** Steps are never changed in place; a drag asks for every card in every frame. */
const remembered = new WeakMap<Step, CardShape>();

function estimate(step: Step): CardShape {
  const ports: { id: string; y: number }[] = [];
  let y = border + headHeight + summaryHeight(step);
  const all = portsOf(step) ?? [];
  for (const group of [all.filter((port) => port.kind !== "failure"), all.filter((port) => port.kind === "failure")]) {
    if (group.length === 0) continue;
    y += border + groupPadding;
    for (const port of group) {
      ports.push({ id: port.id, y: y + rowHeight[port.kind] / 2 });
      y += rowHeight[port.kind];
    }
    y += groupPadding;
  }
  return { width: cardWidth, height: y + border, ports };
}

function summaryHeight(step: Step): number {
  const summary = summaryOf(step);
  if (summary === "") return 0;
  const lines = summary
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersPerLine)), 0);
  return Math.min(lines, maxSummaryLines) * lineHeight + summaryPadding;
}
