import { findStepDefinition } from "@ozflow/compiler";
import { cardShape, cardWidth } from "../model/card-size.ts";
import { addStep, type PortAddress, type Position, type Size } from "../model/changes/index.ts";
import type { Editor } from "../model/editor.ts";
import { portsOf } from "../model/ports.ts";
import { commitAndSelect } from "./selection.ts";

/** Pixels between a step and the one added behind it. */
const gap = 96;
/** Pixels a step is moved down while it would lie on another one. */
const stepDown = 40;

/**
 * Adds a step without pointing at a place: behind the selected step, led to by its first free way out, or else in the
 * middle of what is seen. Returns the ids of what it added.
 */
export function addBeside(editor: Editor, type: string, middle: Position): readonly string[] {
  const { flow } = editor.document.getState();
  const [selected, ...others] = editor.view.getState().steps;
  const before = others.length === 0 ? flow.steps.find((step) => step.id === selected) : undefined;
  const isEntry = findStepDefinition(type)?.entry !== undefined;
  if (before === undefined || isEntry) {
    const at = { x: middle.x - cardWidth / 2, y: middle.y - 60 };
    return commitAndSelect(editor, addStep(type, freePlace(editor, at)));
  }
  const taken = new Set(flow.edges.filter((edge) => edge.from === before.id).map((edge) => edge.port));
  const port = portsOf(before)?.find((one) => !taken.has(one.id));
  const from: PortAddress | undefined = port && { step: before.id, port: port.id };
  return commitAndSelect(editor, addStep(type, placeBeside(editor, before.id), from));
}

/** Room for a card to the right of a step. */
export function placeBeside(editor: Editor, step: string): Position {
  const { x, y } = editor.document.getState().flow.layout[step] ?? { x: 0, y: 0 };
  return freePlace(editor, { x: x + cardWidth + gap, y });
}

/** The place itself, or the first one below it where nothing of this size would lie on a card. */
export function freePlace(editor: Editor, wanted: Position, needed: Size = { width: cardWidth, height: 80 }): Position {
  const { flow } = editor.document.getState();
  const { sizes } = editor.view.getState();
  const lies = (at: Position) =>
    flow.steps.some((step) => {
      const other = flow.layout[step.id] ?? { x: 0, y: 0 };
      const { width, height } = sizes[step.id] ?? cardShape(step);
      return (
        at.x < other.x + width &&
        at.x + needed.width > other.x &&
        at.y < other.y + height &&
        at.y + needed.height > other.y
      );
    });
  let at = wanted;
  while (lies(at)) at = { x: at.x, y: at.y + stepDown };
  return at;
}
