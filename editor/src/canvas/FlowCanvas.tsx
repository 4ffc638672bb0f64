import "@xyflow/react/dist/base.css";
import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  MiniMap,
  type NodeProps,
  ReactFlow,
  SelectionMode,
} from "@xyflow/react";
import { lazy, type MouseEvent, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShallow } from "zustand/react/shallow";
import type { ViewStore } from "../model/view-store.ts";
import { useDocument, useEditor, useView } from "../workplace.tsx";
import { withArrows } from "./arrows.ts";
import { CanvasControls } from "./CanvasControls.tsx";
import { CanvasHint } from "./CanvasHint.tsx";
import { CanvasMenus } from "./CanvasMenus.tsx";
import classes from "./canvas.module.css";
import { FlowLine } from "./FlowLine.tsx";
import { createFrameProjection, type FrameNode, rerouted } from "./frame-projection.ts";
import { createNoteProjection, type NoteNode } from "./note-projection.ts";
import { type CanvasNode, createProjection } from "./projection.ts";
import { StepCard } from "./StepCard.tsx";
import { showBeginning } from "./show-steps.ts";
import { useCanvasEvents } from "./use-canvas-events.ts";

/** Only flows with frames, or with notes, need them. */
const LazyFrame = lazy(() => import("./FrameCard.tsx"));
const LazyNote = lazy(() => import("./NoteCard.tsx"));

function FrameCard(props: NodeProps<FrameNode>) {
  return (
    <Suspense fallback={null}>
      <LazyFrame {...props} />
    </Suspense>
  );
}

function NoteCard(props: NodeProps<NoteNode>) {
  return (
    <Suspense fallback={null}>
      <LazyNote {...props} />
    </Suspense>
  );
}

const nodeTypes = { step: StepCard, note: NoteCard, frame: FrameCard };
/** Pixels; cards lie on it, so that straight lines stay straight. */
const grid: [number, number] = [8, 8];
/** Pixels around a handle in which a line still finds it. */
const connectionRadius = 36;
/** Lines beyond which none is dashed: where there are hundreds, a browser takes longer for dashes than for all the rest. */
const crowdedFrom = 60;
/** Lines beyond which all of them are thin, for the same reason. */
const hundredsFrom = 300;
/** Steps up to which everything can be seen without a map. */
const minimapFrom = 6;
const edgeTypes = { line: FlowLine };
const edgeOptions = { type: "line" };

const addToSelectionKeys = ["Meta", "Control"];

/** The flow as a drawing. Everything shown is computed; everything done becomes a change of the document or of the view. */
export function FlowCanvas() {
  const { t } = useTranslation();
  const editor = useEditor();
  const { view, canDraw } = editor;
  const [projection] = useState(() => createProjection());
  const [projectNotes] = useState(createNoteProjection);
  const [projectFrames] = useState(createFrameProjection);
  const flow = useDocument((state) => state.flow);
  const seen = useView(
    useShallow(({ steps, edges, frames, dragged, sizes }) => ({ steps, edges, frames, dragged, sizes })),
  );
  const isPanelOpen = useView((state) => state.panel !== undefined);
  const stretched = useView((state) => state.stretched);
  const hasFrames = flow.frames !== undefined;
  const lit = useView((state) => (hasFrames ? state.lit : undefined));
  const selectedNotes = useView((state) => state.notes);
  const steps = useMemo(() => projection.nodes(flow, seen), [projection, flow, seen]);
  const notes = useMemo(
    () => projectNotes(flow, { notes: selectedNotes, dragged: seen.dragged, stretched }),
    [projectNotes, flow, selectedNotes, seen.dragged, stretched],
  );
  const { nodes: frames, hidden } = useMemo(
    () => projectFrames(flow, { ...seen, lit }),
    [projectFrames, flow, seen, lit],
  );
  const nodes = useMemo((): CanvasNode[] => {
    const shown = hidden.size === 0 ? steps : steps.filter(({ id }) => !hidden.has(id));
    return [...frames, ...notes, ...shown];
  }, [frames, notes, steps, hidden]);
  const { edges: selectedEdges } = seen;
  const lines = useMemo(() => projection.edges(flow, { edges: selectedEdges }), [projection, flow, selectedEdges]);
  const edges = useMemo(() => withArrows(rerouted(lines, hidden)), [lines, hidden]);

  const events = useCanvasEvents(editor);
  // React Flow draws every card anew when one of these is another function or object than before.
  const { openMenu, openMenuOf } = useMemo(() => menusOf(view), [view]);
  const ariaLabels = useMemo(
    () => ({
      "node.a11yDescription.default": t("canvas.cardKeys"),
      "node.a11yDescription.ariaLiveMessage": () => t("changes.move-steps"),
    }),
    [t],
  );

  return (
    <section
      className={classes.canvas}
      aria-label={t("canvas.label")}
      data-region="canvas"
      tabIndex={-1}
      data-lines={crowdOf(edges.length)}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        defaultEdgeOptions={edgeOptions}
        onNodesChange={events.onNodesChange}
        onEdgesChange={events.onEdgesChange}
        onConnect={events.onConnect}
        onConnectEnd={events.onConnectEnd}
        onDragOver={(event) => event.preventDefault()}
        onDrop={canDraw ? events.onDrop : undefined}
        nodesDraggable={canDraw}
        nodesConnectable={canDraw}
        onPaneContextMenu={openMenu}
        onNodeContextMenu={openMenuOf}
        onSelectionContextMenu={openMenu}
        connectionLineType={ConnectionLineType.SmoothStep}
        connectionRadius={connectionRadius}
        connectOnClick={false}
        deleteKeyCode={null}
        // Lines are reached from the ways out they leave by.
        edgesFocusable={false}
        ariaLabelConfig={ariaLabels}
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={addToSelectionKeys}
        onlyRenderVisibleElements
        snapToGrid
        snapGrid={grid}
        minZoom={0.1}
        maxZoom={2}
        onInit={(instance) => showBeginning(instance, editor)}
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.6} color="var(--grid-dot)" />
        {steps.length > minimapFrom && !isPanelOpen && (
          <MiniMap
            className={classes.minimap}
            pannable
            zoomable
            nodeBorderRadius={24}
            ariaLabel={t("canvas.minimap")}
          />
        )}
        <CanvasControls />
      </ReactFlow>
      {nodes.length === 0 && canDraw && <CanvasHint />}
      <CanvasMenus />
    </section>
  );
}

/** How many lines there are, where that says how they are drawn. */
function crowdOf(lines: number): "hundreds" | "many" | undefined {
  if (lines > hundredsFrom) return "hundreds";
  return lines > crowdedFrom ? "many" : undefined;
}

/** The menu of the right mouse button: of the canvas, and of a card, which is selected by it. */
function menusOf(view: ViewStore) {
  const openMenu = (event: MouseEvent | globalThis.MouseEvent) => {
    event.preventDefault();
    view.setState({ menuAt: { x: event.clientX, y: event.clientY } });
  };
  const openMenuOf = (event: MouseEvent, node: CanvasNode) => {
    if (node.type === "step" && !view.getState().steps.has(node.id)) view.selectSteps([node.id]);
    if (node.type === "note") view.selectNote(node.data.note.id);
    if (node.type === "frame") view.selectFrame(node.data.frame.id);
    openMenu(event);
  };
  return { openMenu, openMenuOf };
}
