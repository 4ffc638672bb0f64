import "@xyflow/react/dist/base.css";
import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  MarkerType,
  MiniMap,
  ReactFlow,
  SelectionMode,
} from "@xyflow/react";
import { type MouseEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShallow } from "zustand/react/shallow";
import type { Position } from "../model/changes/index.ts";
import { useDocument, useEditor, useView } from "../workplace.tsx";
import { CanvasControls } from "./CanvasControls.tsx";
import { CanvasHint } from "./CanvasHint.tsx";
import { CanvasMenu } from "./CanvasMenu.tsx";
import classes from "./canvas.module.css";
import { NoteCard } from "./NoteCard.tsx";
import { createNoteProjection } from "./note-projection.ts";
import { type CanvasNode, createProjection } from "./projection.ts";
import { QuickAddMenu } from "./QuickAddMenu.tsx";
import { StepCard } from "./StepCard.tsx";
import { showBeginning } from "./show-steps.ts";
import { useCanvasEvents } from "./use-canvas-events.ts";

const nodeTypes = { step: StepCard, note: NoteCard };
/** Pixels; cards lie on it, so that straight lines stay straight. */
const grid: [number, number] = [8, 8];
/** Pixels around a handle in which a line still finds it. */
const connectionRadius = 36;
/** Steps up to which everything can be seen without a map. */
const minimapFrom = 6;
const edgeOptions = {
  type: "smoothstep",
  pathOptions: { borderRadius: 14 },
  markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: "var(--edge)" },
  interactionWidth: 18,
};

/** The flow as a drawing. Everything shown is computed; everything done becomes a change of the document or of the view. */
export function FlowCanvas() {
  const { t } = useTranslation();
  const editor = useEditor();
  const { view, canDraw } = editor;
  const [projection] = useState(createProjection);
  const [projectNotes] = useState(createNoteProjection);
  const [menuAt, setMenuAt] = useState<Position>();
  const flow = useDocument((state) => state.flow);
  const seen = useView(useShallow(({ steps, edges, dragged, sizes }) => ({ steps, edges, dragged, sizes })));
  const isPanelOpen = useView((state) => state.panel !== undefined);
  const stretched = useView((state) => state.stretched);
  const selectedNotes = useView((state) => state.notes);
  const steps = useMemo(() => projection.nodes(flow, seen), [projection, flow, seen]);
  const notes = useMemo(
    () => projectNotes(flow, { notes: selectedNotes, dragged: seen.dragged, stretched }),
    [projectNotes, flow, selectedNotes, seen.dragged, stretched],
  );
  const nodes = useMemo((): CanvasNode[] => [...notes, ...steps], [notes, steps]);
  const { edges: selectedEdges } = seen;
  const edges = useMemo(() => projection.edges(flow, { edges: selectedEdges }), [projection, flow, selectedEdges]);

  const events = useCanvasEvents(editor);
  const openMenu = (event: MouseEvent | globalThis.MouseEvent) => {
    event.preventDefault();
    setMenuAt({ x: event.clientX, y: event.clientY });
  };

  return (
    <section className={classes.canvas} aria-label={t("canvas.label")}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
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
        onNodeContextMenu={(event, node) => {
          if (node.type === "step" && !view.getState().steps.has(node.id)) view.selectSteps([node.id]);
          if (node.type === "note") view.selectNote(node.data.note.id);
          openMenu(event);
        }}
        onSelectionContextMenu={openMenu}
        connectionLineType={ConnectionLineType.SmoothStep}
        connectionRadius={connectionRadius}
        connectOnClick={false}
        deleteKeyCode={null}
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={["Meta", "Control"]}
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
      <QuickAddMenu />
      <CanvasMenu at={menuAt} onClose={() => setMenuAt(undefined)} />
    </section>
  );
}
