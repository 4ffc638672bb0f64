import type { Flow, Step } from "@ozflow/compiler";
import { type Bounds, boundsOf } from "./bounds.ts";
import { cardWidth } from "./card-size.ts";
import type { Change } from "./change.ts";
import { type Frame, framesOf, moveIntoFrame, type Position, type Size } from "./changes/index.ts";
import { portsOf } from "./ports.ts";

/** Pixels; multiples of the grid, so that what is moved with a frame stays on it. The style sheet has the same ones. */
export const framePadding = 24;
export const frameHead = 40;
const rowHeight = 26;
const rowsPadding = 8;

/** The rectangle around what an open frame holds. Undefined: nothing it holds is drawn. */
export function openBounds(
  flow: Flow,
  frame: Pick<Frame, "steps">,
  sizes: Readonly<Record<string, Size>>,
): Bounds | undefined {
  const inner = boundsOf(flow, sizes, new Set(frame.steps));
  return (
    inner && {
      x: inner.x - framePadding,
      y: inner.y - framePadding - frameHead,
      width: inner.width + 2 * framePadding,
      height: inner.height + 2 * framePadding + frameHead,
    }
  );
}

/** A way out of a folded frame: a line that leaves a step inside for one outside. */
export interface FramePort {
  readonly edge: Flow["edges"][number];
  readonly title: string;
  /** Pixels from the top of the card to the middle of its row. */
  readonly y: number;
}

export interface FoldedShape extends Size {
  readonly ports: readonly FramePort[];
  /** Steps outside lead to steps inside. */
  readonly isLedTo: boolean;
}

/** A folded frame as a card: its name, how much it holds, and a row for each line that leaves it. */
export function foldedShape(flow: Flow, frame: Frame): FoldedShape {
  const inside = new Set(frame.steps);
  const steps = new Map(flow.steps.map((step) => [step.id, step]));
  const leaving = flow.edges.filter((edge) => inside.has(edge.from) && !inside.has(edge.to) && steps.has(edge.to));
  const rows = leaving.flatMap((edge): { edge: Flow["edges"][number]; title: string }[] => {
    const from = steps.get(edge.from);
    return from === undefined ? [] : [{ edge, title: `${nameOf(from)}: ${portTitle(from, edge.port)}` }];
  });
  const top = frameHead + 16 + rowsPadding / 2;
  return {
    width: cardWidth,
    height: rows.length === 0 ? frameHead + 16 : top + rows.length * rowHeight + rowsPadding / 2,
    ports: rows.map((row, index) => ({ ...row, y: top + (index + 0.5) * rowHeight })),
    isLedTo: flow.edges.some((edge) => inside.has(edge.to) && !inside.has(edge.from)),
  };
}

function nameOf(step: Step): string {
  return step.label === "" ? step.id : step.label;
}

function portTitle(step: Step, port: string): string {
  return portsOf(step)?.find((one) => one.id === port)?.title ?? port;
}

/**
 * Steps that were moved or added join the frame they were let go in, and leave the one they were taken out of. What counts
 * is where frames were before, since that is what was seen; folded ones take nothing in.
 */
export function settleInFrames(
  before: Flow,
  sizes: Readonly<Record<string, Size>>,
  moved?: ReadonlySet<string>,
): Pick<Change, "apply"> {
  return {
    apply(after) {
      if (framesOf(before).length === 0) return after;
      const known = new Set(before.steps.map(({ id }) => id));
      const ids = after.steps.map(({ id }) => id).filter((id) => moved?.has(id) ?? !known.has(id));
      const open = framesOf(before).flatMap((frame) => {
        const bounds = frame.collapsed === true ? undefined : openBounds(before, frame, sizes);
        return bounds === undefined ? [] : [{ id: frame.id, bounds }];
      });
      return ids.reduce((flow, id) => {
        const card = boundsOf(after, sizes, new Set([id]));
        const middle = card && { x: card.x + card.width / 2, y: card.y + card.height / 2 };
        const into = middle && open.find(({ bounds }) => holds(bounds, middle));
        return moveIntoFrame(new Set([id]), into?.id).apply(flow);
      }, after);
    },
  };
}

function holds({ x, y, width, height }: Bounds, at: Position): boolean {
  return at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
}
