// What the editor is measured against: React Flow as it comes, with its own default nodes and no more.
import "@xyflow/react/dist/style.css";
import { Background, ReactFlow, useEdgesState, useNodesState } from "@xyflow/react";
import { createElement, useEffect } from "react";
import { createRoot } from "react-dom/client";

const drawing = await (await fetch("./drawing.json")).json();
const root = document.getElementById("root");
root.style.width = `${drawing.size.width}px`;
root.style.height = `${drawing.size.height}px`;

function Plain() {
  const [nodes, setNodes, onNodesChange] = useNodesState(drawing.nodes);
  const [edges, , onEdgesChange] = useEdgesState(drawing.edges);
  useEffect(() => {
    const field = document.getElementById("label");
    const write = () =>
      setNodes((all) => all.map((node, index) => (index === 0 ? { ...node, data: { label: field.value } } : node)));
    field.addEventListener("input", write);
    return () => field.removeEventListener("input", write);
  }, [setNodes]);
  const props = { nodes, edges, onNodesChange, onEdgesChange, minZoom: 0.1, defaultViewport: drawing.viewport };
  return createElement(ReactFlow, props, createElement(Background));
}

createRoot(root).render(createElement(Plain));
