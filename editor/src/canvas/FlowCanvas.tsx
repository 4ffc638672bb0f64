import "@xyflow/react/dist/base.css";
import {
  Background,
  BackgroundVariant,
  type Connection,
  ConnectionLineType,
  type EdgeChange,
  type FinalConnectionState,
  MarkerType,
  MiniMap,
  type NodeChange,
  ReactFlow,
  SelectionMode,
  useReactFlow,
} from "@xyflow/react";
import { type DragEvent, type MouseEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useShallow } from "zustand/react/shallow";
import { commitAndSelect } from "../commands/selection.ts";
import { importIntoCanvas } from "../import/import-into-canvas.ts";
import { isOzmlFile, looksLikeOzml, pastedName, readOzmlFiles } from "../import/ozml-files.ts";
import { addStep, connect, moveSteps, type Position } from "../model/changes/index.ts";
import { draggedStepType } from "../palette/drag.ts";
import { tell } from "../parts/notify.tsx";
import { useDocument, useEditor, useView } from "../workplace.tsx";
import { CanvasControls } from "./CanvasControls.tsx";
import { CanvasHint } from "./CanvasHint.tsx";
import { CanvasMenu } from "./CanvasMenu.tsx";
import classes from "./canvas.module.css";
import { createProjection, type FlowEdge, type StepNode, sortReports } from "./projection.ts";
import { QuickAddMenu } from "./QuickAddMenu.tsx";
import { StepCard } from "./StepCard.tsx";
import { showBeginning } from "./show-steps.ts";

const nodeTypes = { step: StepCard };
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
  const { document, view, canDraw } = editor;
  const { screenToFlowPosition } = useReactFlow();
  const [projection] = useState(createProjection);
  const [menuAt, setMenuAt] = useState<Position>();
  const flow = useDocument((state) => state.flow);
  const seen = useView(useShallow(({ steps, edges, dragged, sizes }) => ({ steps, edges, dragged, sizes })));
  const isPanelOpen = useView((state) => state.panel !== undefined);
  const nodes = useMemo(() => projection.nodes(flow, seen), [projection, flow, seen]);
  const { edges: selectedEdges } = seen;
  const edges = useMemo(() => projection.edges(flow, { edges: selectedEdges }), [projection, flow, selectedEdges]);

  const onNodesChange = (changes: NodeChange<StepNode>[]) => {
    const { sizes, dragged, dropped, selected } = sortReports(changes);
    if (Object.keys(sizes).length > 0) view.setState((now) => ({ sizes: { ...now.sizes, ...sizes } }));
    if (Object.keys(dragged).length > 0) view.setState((now) => ({ dragged: { ...now.dragged, ...dragged } }));
    if (Object.keys(dropped).length > 0) {
      const byMouse = Object.keys(view.getState().dragged).length > 0;
      document.commit(moveSteps(dropped, byMouse ? undefined : "nudge"));
      view.setState({ dragged: {} });
    }
    if (selected.size > 0) view.setState((now) => ({ steps: withSelection(now.steps, selected), focus: undefined }));
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
    const card = window.document.elementFromPoint(screen.x, screen.y)?.closest<HTMLElement>(".react-flow__node");
    if (card?.dataset.id !== undefined) document.commit(connect(from, card.dataset.id));
    else view.setState({ quickAdd: { from, screen, position: screenToFlowPosition(screen) } });
  };
  const onDrop = (event: DragEvent) => {
    const position = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: true });
    const type = event.dataTransfer.getData(draggedStepType);
    const files = [...event.dataTransfer.files].filter(isOzmlFile);
    const text = event.dataTransfer.getData("text/plain");
    event.preventDefault();
    if (type !== "") commitAndSelect(editor, addStep(type, position));
    else if (files.length > 0) void readOzmlFiles(files).then((read) => importIntoCanvas(editor, read, position));
    else if (looksLikeOzml(text)) void importIntoCanvas(editor, [{ name: pastedName, text }], position);
    else tell(t("import.noOzml"));
  };
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
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onConnect={onConnect}
        onConnectEnd={onConnectEnd}
        onDragOver={(event) => event.preventDefault()}
        onDrop={canDraw ? onDrop : undefined}
        nodesDraggable={canDraw}
        nodesConnectable={canDraw}
        onPaneContextMenu={openMenu}
        onNodeContextMenu={(event, node) => {
          if (!view.getState().steps.has(node.id)) view.selectSteps([node.id]);
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
        {nodes.length > minimapFrom && !isPanelOpen && (
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
