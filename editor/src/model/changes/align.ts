import type { Step } from "@ozflow/compiler";
import type { Change } from "../change.ts";
import type { Position, Size } from "./add-step.ts";
import { moveSteps } from "./move-steps.ts";

export const sides = ["left", "center", "right", "top", "middle", "bottom"] as const;
export type Side = (typeof sides)[number];

type Card = { readonly id: string } & Position & Size;
type SizeOf = (step: Step) => Size;

/** Lays cards on one line: the outermost edge of them all, or the middle of the space they take. */
export function alignSteps(ids: ReadonlySet<string>, side: Side, sizeOf: SizeOf): Change {
  return moved(ids, sizeOf, (cards) => {
    const left = Math.min(...cards.map((card) => card.x));
    const right = Math.max(...cards.map((card) => card.x + card.width));
    const top = Math.min(...cards.map((card) => card.y));
    const bottom = Math.max(...cards.map((card) => card.y + card.height));
    const placed: Readonly<Record<Side, (card: Card) => Partial<Position>>> = {
      left: () => ({ x: left }),
      center: (card) => ({ x: (left + right - card.width) / 2 }),
      right: (card) => ({ x: right - card.width }),
      top: () => ({ y: top }),
      middle: (card) => ({ y: (top + bottom - card.height) / 2 }),
      bottom: (card) => ({ y: bottom - card.height }),
    };
    return cards.map((card) => ({ ...card, ...placed[side](card) }));
  });
}

/** Makes the gaps between cards alike; the first and the last stay where they are. */
export function distributeSteps(ids: ReadonlySet<string>, along: "across" | "down", sizeOf: SizeOf): Change {
  const [place, length] = along === "across" ? (["x", "width"] as const) : (["y", "height"] as const);
  return moved(ids, sizeOf, (cards) => {
    const sorted = cards.toSorted((a, b) => a[place] - b[place]);
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (first === undefined || last === undefined || sorted.length < 3) return cards;
    const taken = sorted.reduce((sum, card) => sum + card[length], 0);
    const gap = (last[place] + last[length] - first[place] - taken) / (sorted.length - 1);
    let next = first[place];
    return sorted.map((card) => {
      const at = next;
      next += card[length] + gap;
      return { ...card, [place]: at };
    });
  });
}

function moved(ids: ReadonlySet<string>, sizeOf: SizeOf, laid: (cards: readonly Card[]) => readonly Card[]): Change {
  return {
    name: "align",
    apply(flow) {
      const cards = flow.steps
        .filter((step) => ids.has(step.id))
        .map((step): Card => ({ id: step.id, ...(flow.layout[step.id] ?? { x: 0, y: 0 }), ...sizeOf(step) }));
      if (cards.length < 2) return flow;
      return moveSteps(Object.fromEntries(laid(cards).map(({ id, x, y }) => [id, { x, y }]))).apply(flow);
    },
  };
}
