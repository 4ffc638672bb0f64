import type { Bounds } from "./bounds.ts";
import type { Position } from "./changes/index.ts";

/** How much farther something counts that lies beside the way than in it. */
const besideCounts = 2;

/**
 * The card that lies next in a direction, as eyes would say: near, and not far beside the way there. `towards` has one
 * side of length 1. Undefined where none lies.
 */
export function nearestCard(from: Bounds, others: ReadonlyMap<string, Bounds>, towards: Position): string | undefined {
  let nearest: { readonly id: string; readonly far: number } | undefined;
  for (const [id, bounds] of others) {
    const away = { x: middle(bounds).x - middle(from).x, y: middle(bounds).y - middle(from).y };
    const ahead = away.x * towards.x + away.y * towards.y;
    const beside = Math.abs(away.x * towards.y) + Math.abs(away.y * towards.x);
    if (ahead <= 0 || beside > ahead * besideCounts) continue;
    const far = ahead + beside * besideCounts;
    if (nearest === undefined || far < nearest.far) nearest = { id, far };
  }
  return nearest?.id;
}

function middle({ x, y, width, height }: Bounds): Position {
  return { x: x + width / 2, y: y + height / 2 };
}
