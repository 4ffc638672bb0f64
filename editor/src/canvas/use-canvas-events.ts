import type { Flow } from "@ozflow/compiler";
import {
  type Connection,
  type EdgeChange,
  type FinalConnectionState,
  type NodeChange,
  type ReactFlowInstance,
  useReactFlow,
} from "@xyflow/react";
import type { TFunction } from "i18next";
import { type DragEvent, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { commitAndSelect } from "../commands/selection.ts";
import { importIntoCanvas } from "../import/import-into-canvas.ts";
import { isOzmlFile, looksLikeOzml, pastedName, readOzmlFiles } from "../import/ozml-files.ts";
import { type Change, together } from "../model/change.ts";
import {
  addStep,
  connect,
  insertStep,
  moveNote,
  moveSteps,
  type PortAddress,
  type Position,
} from "../model/changes/index.ts";
import type { Editor } from "../model/editor.ts";
import { settleInFrames } from "../model/frame-shape.ts";
import type { ViewState } from "../model/view-store.ts";
import { draggedStepType } from "../palette/drag.ts";
import { tell } from "../parts/notify.tsx";
import { carriedSteps, frameIdOf } from "./frame-projection.ts";
import { noteIdOf } from "./note-projection.ts";
import { type CanvasNode, type FlowEdge, sortReports } from "./projection.ts";

/** What people do on the canvas, as changes of the document or of the view. Always the same functions: new ones would be told to every card. */
export function useCanvasEvents(editor: Editor) {
  const { t } = useTranslation();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => createCanvasEvents(editor, screenToFlowPosition, t), [editor, screenToFlowPosition, t]);
}

function createCanvasEvents(
  editor: Editor,
  screenToFlowPosition: ReactFlowInstance["screenToFlowPosition"],
  t: TFunction,
) {
  const { document, view } = editor;
  /** Being pulled at, a note reports its places and sizes here too; what counts comes when it is let go. */
  const isNotStretched = (change: NodeChange<CanvasNode>) =>
    !("id" in change) || view.getState().stretched[noteIdOf(change.id) ?? ""] === undefined;

  const onNodesChange = (changes: NodeChange<CanvasNode>[]) => {
    const { sizes, dragged, dropped, selected } = sortReports(changes.filter(isNotStretched));
    if (Object.keys(sizes).length > 0) view.setState((now) => ({ sizes: { ...now.sizes, ...sizes } }));
    const { flow } = document.getState();
    if (Object.keys(dragged).length > 0) {
      const carried = carriedSteps(flow, dragged, view.getState().sizes);
      view.setState((now) => ({ dragged: { ...now.dragged, ...dragged, ...carried } }));
    }
    if (Object.keys(dropped).length > 0) {
      const byMouse = Object.keys(view.getState().dragged).length > 0;
      document.commit(moved(flow, dropped, view.getState().sizes, byMouse ? undefined : "nudge"));
      view.setState({ dragged: {} });
    }
    if (selected.size > 0) {
      const { notes, frames, steps } = parted(selected);
      view.setState((now) => ({
        steps: withSelection(now.steps, steps),
        notes: withSelection(now.notes, notes),
        frames: withSelection(now.frames, frames),
        focus: undefined,
        way: undefined,
      }));
    }
  };
  const onEdgesChange = (changes: EdgeChange<FlowEdge>[]) => {
    const selected = new Map(changes.flatMap((one) => (one.type === "select" ? [[one.id, one.selected]] : [])));
    if (selected.size > 0) view.setState((now) => ({ edges: withSelection(now.edges, selected) }));
  };
  const onConnect = ({ source, sourceHandle, target }: Connection) => {
    if (sourceHandle !== null) document.commit(connect(portAt(source, sourceHandle), target));
  };
  const onConnectEnd = (event: globalThis.MouseEvent | TouchEvent, state: FinalConnectionState) => {
    const port = state.fromHandle?.id;
    if (state.isValid || state.fromNode === null || port === undefined || port === null) return;
    const from = portAt(state.fromNode.id, port);
    const screen = pointOf(event);
    const card = window.document.elementFromPoint(screen.x, screen.y)?.closest<HTMLElement>(".react-flow__node-step");
    if (card?.dataset.id !== undefined) document.commit(connect(from, card.dataset.id));
    else view.setState({ question: { asks: "next-step", from, screen, position: screenToFlowPosition(screen) } });
  };
  const onDrop = (event: DragEvent) => {
    const position = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: true });
    const type = event.dataTransfer.getData(draggedStepType);
    const files = [...event.dataTransfer.files].filter(isOzmlFile);
    const text = event.dataTransfer.getData("text/plain");
    event.preventDefault();
    const into = lineAt({ x: event.clientX, y: event.clientY });
    const added = into ? insertStep(type, position, into) : addStep(type, position);
    const settled = settleInFrames(document.getState().flow, view.getState().sizes);
    if (type !== "") commitAndSelect(editor, together("add-step", added, settled));
    else if (files.length > 0)
      void readOzmlFiles(files).then((read) =>
        read === undefined ? tell(t("import.badZip")) : importIntoCanvas(editor, read, position),
      );
    else if (looksLikeOzml(text)) void importIntoCanvas(editor, [{ name: pastedName, text }], position);
    else tell(t("import.noOzml"));
  };
  return { onNodesChange, onEdgesChange, onConnect, onConnectEnd, onDrop };
}

/** What was moved together is one undo step. A frame takes along what is in it; a step goes into the frame it is let go in. */
function moved(
  flow: Flow,
  places: Readonly<Record<string, Position>>,
  sizes: ViewState["sizes"],
  group: string | undefined,
): Change {
  const notes = Object.entries(places).flatMap(([node, to]) => {
    const id = noteIdOf(node);
    return id === undefined ? [] : [moveNote(id, to)];
  });
  const carried = carriedSteps(flow, places, sizes);
  const steps = Object.fromEntries(
    Object.entries(places).filter(([node]) => noteIdOf(node) === undefined && frameIdOf(node) === undefined),
  );
  const byThemselves = new Set(Object.keys(steps).filter((id) => carried[id] === undefined));
  const settled = settleInFrames(flow, sizes, byThemselves);
  const change = together("move-steps", moveSteps({ ...steps, ...carried }), ...notes, settled);
  return { ...change, ...(group === undefined ? {} : { group }) };
}

/** A way out, as the handle of a step or of a folded frame names it. */
function portAt(node: string, handle: string): PortAddress {
  const [step, port] = frameIdOf(node) === undefined ? [node, handle] : handle.split("/");
  return { step: step ?? "", port: port ?? "" };
}

/** Notes and frames among the nodes, by their own ids, and the steps. */
function parted(selected: ReadonlyMap<string, boolean>) {
  const notes = new Map<string, boolean>();
  const frames = new Map<string, boolean>();
  const steps = new Map<string, boolean>();
  for (const [node, is] of selected) {
    const note = noteIdOf(node);
    const frame = frameIdOf(node);
    if (note !== undefined) notes.set(note, is);
    else if (frame !== undefined) frames.set(frame, is);
    else steps.set(node, is);
  }
  return { notes, frames, steps };
}

/** The way out whose line lies there, in pixels of the window. */
function lineAt({ x, y }: Position): PortAddress | undefined {
  const line = window.document.elementFromPoint(x, y)?.closest<HTMLElement>(".react-flow__edge");
  const [step, port] = line?.dataset.id?.split("/") ?? [];
  return step === undefined || port === undefined ? undefined : { step, port };
}

function withSelection(before: ReadonlySet<string>, changes: ReadonlyMap<string, boolean>): ReadonlySet<string> {
  const after = new Set(before);
  for (const [id, selected] of changes) {
    if (selected) after.add(id);
    else after.delete(id);
  }
  return after;
}

function pointOf(event: globalThis.MouseEvent | TouchEvent): Position {
  const point = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}
