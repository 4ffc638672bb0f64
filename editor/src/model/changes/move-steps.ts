import type { Change } from "../change.ts";
import { type Position, whole } from "./add-step.ts";

export function moveSteps(positions: Readonly<Record<string, Position>>, group?: string): Change {
  return {
    name: "move-steps",
    ...(group === undefined ? {} : { group }),
    apply(flow) {
      const moved = Object.entries(positions)
        .map(([id, position]) => [id, whole(position)] as const)
        .filter(([id, { x, y }]) => {
          const before = flow.layout[id];
          const exists = flow.steps.some((step) => step.id === id);
          return exists && (before?.x !== x || before.y !== y);
        });
      return moved.length === 0 ? flow : { ...flow, layout: { ...flow.layout, ...Object.fromEntries(moved) } };
    },
  };
}
