import {
  type Connection,
  type EdgeChange,
  type FinalConnectionState,
  type NodeChange,
  useReactFlow,
} from "@xyflow/react";
import type { DragEvent } from "react";
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
import { draggedStepType } from "../palette/drag.ts";
import { tell } from "../parts/notify.tsx";
import { noteIdOf } from "./note-projection.ts";
import { type CanvasNode, type FlowEdge, sortReports } from "./projection.ts";

/** What people do on the canvas, as changes of the document or of the view. */
export function useCanvasEvents(editor: Editor) {
  const { t } = useTranslation();
  const { document, view } = editor;
  const { screenToFlowPosition } = useReactFlow();
  /** Being pulled at, a note reports its places and sizes here too; what counts comes when it is let go. */
  const isNotStretched = (change: NodeChange<CanvasNode>) =>
    !("id" in change) || view.getState().stretched[noteIdOf(change.id) ?? ""] === undefined;

  const onNodesChange = (changes: NodeChange<CanvasNode>[]) => {
    const { sizes, dragged, dropped, selected } = sortReports(changes.filter(isNotStretched));
    if (Object.keys(sizes).length > 0) view.setState((now) => ({ sizes: { ...now.sizes, ...sizes } }));
    if (Object.keys(dragged).length > 0) view.setState((now) => ({ dragged: { ...now.dragged, ...dragged } }));
    if (Object.keys(dropped).length > 0) {
      const byMouse = Object.keys(view.getState().dragged).length > 0;
      document.commit(moved(dropped, byMouse ? undefined : "nudge"));
      view.setState({ dragged: {} });
    }
    if (selected.size > 0) {
      const [notes, steps] = parted(selected);
      view.setState((now) => ({
        steps: withSelection(now.steps, steps),
        notes: withSelection(now.notes, notes),
        focus: undefined,
      }));
    }
  };
  const onEdgesChange = (changes: EdgeChange<FlowEdge>[]) => {
    const selected = new Map(changes.flatMap((one) => (one.type === "select" ? [[one.id, one.selected]] : [])));
    if (selected.size > 0) view.setState((now) => ({ edges: withSelection(now.edges, selected) }));
  };
  const onConnect = ({ source, sourceHandle, target }: Connection) => {
    if (sourceHandle !== null) document.commit(connect({ step: source, port: sourceHandle }, target));
  };
  const onConnectEnd = (event: globalThis.MouseEvent | TouchEvent, state: FinalConnectionState) => {
    const port = state.fromHandle?.id;
    if (state.isValid || state.fromNode === null || port === undefined || port === null) return;
    const from = { step: state.fromNode.id, port };
    const screen = pointOf(event);
    const card = window.document.elementFromPoint(screen.x, screen.y)?.closest<HTMLElement>(".react-flow__node-step");
    if (card?.dataset.id !== undefined) document.commit(connect(from, card.dataset.id));
    else view.setState({ quickAdd: { from, screen, position: screenToFlowPosition(screen) } });
  };
  const onDrop = (event: DragEvent) => {
    const position = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: true });
    const type = event.dataTransfer.getData(draggedStepType);
    const files = [...event.dataTransfer.files].filter(isOzmlFile);
    const text = event.dataTransfer.getData("text/plain");
    event.preventDefault();
    const into = lineAt({ x: event.clientX, y: event.clientY });
    if (type !== "") commitAndSelect(editor, into ? insertStep(type, position, into) : addStep(type, position));
    else if (files.length > 0) void readOzmlFiles(files).then((read) => importIntoCanvas(editor, read, position));
    else if (looksLikeOzml(text)) void importIntoCanvas(editor, [{ name: pastedName, text }], position);
    else tell(t("import.noOzml"));
  };
  return { onNodesChange, onEdgesChange, onConnect, onConnectEnd, onDrop };
}

/** Steps and notes that were moved together are one undo step. */
function moved(places: Readonly<Record<string, Position>>, group: string | undefined): Change {
  const notes = Object.entries(places).flatMap(([node, to]) => {
    const id = noteIdOf(node);
    return id === undefined ? [] : [moveNote(id, to)];
  });
  const steps = Object.fromEntries(Object.entries(places).filter(([node]) => noteIdOf(node) === undefined));
  return { ...together("move-steps", moveSteps(steps), ...notes), ...(group === undefined ? {} : { group }) };
}

/** The notes among the nodes, by their own ids, and the steps. */
function parted(selected: ReadonlyMap<string, boolean>) {
  const notes = new Map<string, boolean>();
  const steps = new Map<string, boolean>();
  for (const [node, is] of selected) {
    const note = noteIdOf(node);
    if (note === undefined) steps.set(node, is);
    else notes.set(note, is);
  }
  return [notes, steps] as const;
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
