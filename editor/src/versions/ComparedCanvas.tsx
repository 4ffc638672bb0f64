import { Background, BackgroundVariant, MiniMap, ReactFlow, useReactFlow } from "@xyflow/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { arrow } from "../canvas/arrows.ts";
import { CanvasControls } from "../canvas/CanvasControls.tsx";
import canvas from "../canvas/canvas.module.css";
import { createNoteProjection } from "../canvas/note-projection.ts";
import { type CanvasNode, createProjection, sortReports } from "../canvas/projection.ts";
import { showSteps } from "../canvas/show-steps.ts";
import { useDocument, useEditor, useView } from "../workplace.tsx";
import { ComparedNote, ComparedStep } from "./compared-cards.tsx";
import { type DrawnTogether, type Mark, markedLines, markOfNode } from "./drawn-together.ts";
import classes from "./versions.module.css";

const nodeTypes = { step: ComparedStep, note: ComparedNote };
const edgeOptions = {
  type: "smoothstep",
  pathOptions: { borderRadius: 14 },
  markerEnd: arrow,
};

/** The drawing of two versions, to be looked at: what came is marked, what went is drawn where it was. */
export function ComparedCanvas({ drawn }: { readonly drawn: DrawnTogether }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { view } = editor;
  const canvasView = useReactFlow();
  const viewRef = useRef(canvasView);
  viewRef.current = canvasView;
  const [projection] = useState(() => createProjection("compared-title"));
  const [projectNotes] = useState(createNoteProjection);
  const flow = useDocument((state) => state.flow);
  const sizes = useView((state) => state.sizes);
  const selected = useView((state) => state.steps);
  const nodes = useMemo((): CanvasNode[] => {
    const seen = { steps: selected, edges: none, notes: none, dragged: {}, stretched: {}, sizes };
    return [...projectNotes(flow, seen), ...projection.nodes(flow, seen)];
  }, [projection, projectNotes, flow, sizes, selected]);
  const edges = useMemo(() => markedLines(drawn, projection), [projection, drawn]);

  useEffect(() => {
    if (selected.size > 0) showSteps(viewRef.current, editor, selected);
  }, [selected, editor]);

  return (
    <section className={`${canvas.canvas} ${classes.canvas}`} aria-label={t("versions.drawing")}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        defaultEdgeOptions={edgeOptions}
        onNodesChange={(changes) => {
          const { sizes: measured } = sortReports(changes);
          if (Object.keys(measured).length > 0) view.setState((now) => ({ sizes: { ...now.sizes, ...measured } }));
        }}
        onNodeClick={(_, node) => node.type === "step" && view.selectSteps([node.id])}
        onPaneClick={() => view.selectSteps([])}
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable
        edgesFocusable={false}
        deleteKeyCode={null}
        onlyRenderVisibleElements
        onInit={(instance) => showSteps(instance, editor)}
        minZoom={0.1}
        maxZoom={2}
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.6} color="var(--grid-dot)" />
        <MiniMap
          className={canvas.minimap}
          pannable
          zoomable
          nodeBorderRadius={24}
          nodeColor={(node: CanvasNode) => mapColours[markOfNode(drawn, node) ?? "same"]}
          ariaLabel={t("canvas.minimap")}
        />
        <CanvasControls />
      </ReactFlow>
    </section>
  );
}

const none: ReadonlySet<string> = new Set();

const mapColours: Readonly<Record<Mark | "same", string>> = {
  added: "var(--accent)",
  removed: "var(--fault)",
  changed: "var(--warning)",
  same: "var(--line-strong)",
};
