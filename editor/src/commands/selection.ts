import { type Flow, readFlowFile, writeFlow } from "@ozflow/compiler";
import { type Change, together } from "../model/change.ts";
import {
  copySteps,
  disconnect,
  framesOf,
  type Position,
  paste,
  removeFrames,
  removeNotes,
  removeSteps,
} from "../model/changes/index.ts";
import type { Editor } from "../model/editor.ts";
import { say } from "../model/say.ts";

/** Pixels a duplicate lies beside its original. */
const duplicateOffset = 40;

/** The selected steps as text: a small flow file, so that it can be pasted into another tab, or read by a person. */
export function copySelection(editor: Editor): string {
  return writeFlow(selectedFlow(editor));
}

export function removeSelection(editor: Editor, name: "remove-steps" | "cut" = "remove-steps"): void {
  const { steps, edges, notes, frames, way } = editor.view.getState();
  // A way out is less than its step, which stays.
  if (way !== undefined) {
    editor.document.commit(disconnect([way]));
    return;
  }
  const { flow } = editor.document.getState();
  const ports = flow.edges
    .filter((edge) => edges.has(edgeKey(edge)))
    .map((edge) => ({ step: edge.from, port: edge.port }));
  const changeName =
    steps.size > 0 ? name : frames.size > 0 ? "remove-frames" : notes.size > 0 ? "remove-notes" : "disconnect";
  editor.document.commit(
    together(changeName, disconnect(ports), removeSteps([...steps]), removeNotes(notes), removeFrames(frames)),
  );
  editor.view.selectSteps([]);
}

export function duplicateSelection(editor: Editor): void {
  const copied = selectedFlow(editor);
  const corner = upperLeft(copied);
  commitAndSelect(editor, paste(copied, { x: corner.x + duplicateOffset, y: corner.y + duplicateOffset }, "duplicate"));
}

/** Pastes a text from the clipboard. Returns the sentence that says why it cannot be pasted. */
export function pasteText(editor: Editor, text: string, at: Position): string | undefined {
  const read = readFlowFile(text);
  if ("diagnostics" in read) return read.diagnostics[0] && say(read.diagnostics[0]);
  commitAndSelect(editor, paste(read.flow, at));
  return undefined;
}

/** The step that is selected when nothing but it is. */
export function onlyStep(editor: Editor): Flow["steps"][number] | undefined {
  const { steps } = editor.view.getState();
  return steps.size === 1 ? editor.document.getState().flow.steps.find(({ id }) => steps.has(id)) : undefined;
}

/** Commits a change and selects the steps it brought. */
export function commitAndSelect(editor: Editor, change: Change): readonly string[] {
  const before = new Set(editor.document.getState().flow.steps.map((step) => step.id));
  editor.document.commit(change);
  const added = editor.document
    .getState()
    .flow.steps.map((step) => step.id)
    .filter((id) => !before.has(id));
  if (added.length > 0) editor.view.selectSteps(added);
  return added;
}

/** How an edge is named on the canvas: by the port it leaves, of which it is the only one. */
export function edgeKey({ from, port }: Flow["edges"][number]): string {
  return `${from}/${port}`;
}

function selectedFlow(editor: Editor): Flow {
  const { flow } = editor.document.getState();
  const { steps, notes } = editor.view.getState();
  return { ...copySteps(flow, [...steps]), notes: flow.notes.filter((note) => notes.has(note.id)) };
}

function upperLeft(flow: Flow): Position {
  const places = [...Object.values(flow.layout), ...flow.notes.map((note) => note.position)];
  return {
    x: Math.min(...places.map((place) => place.x), Number.POSITIVE_INFINITY),
    y: Math.min(...places.map((place) => place.y), Number.POSITIVE_INFINITY),
  };
}

/** The selected steps, and those in selected frames. */
export function coveredSteps({ document, view }: Editor): ReadonlySet<string> {
  const { steps, frames } = view.getState();
  const framed = framesOf(document.getState().flow).filter(({ id }) => frames.has(id));
  return new Set([...steps, ...framed.flatMap((frame) => frame.steps)]);
}
