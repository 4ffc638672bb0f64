import type { Flow } from "@ozflow/compiler";
import { type Node, type NodeHandle, Position } from "@xyflow/react";
import { targetY } from "../model/card-size.ts";
import { type Frame, framesOf, type Position as Place } from "../model/changes/index.ts";
import { type FramePort, foldedShape, openBounds } from "../model/frame-shape.ts";
import type { ViewState } from "../model/view-store.ts";
import type { FlowEdge } from "./projection.ts";
import { sameList } from "./same-list.ts";

export type FrameNode = Node<
  {
    readonly frame: Frame;
    readonly isFolded: boolean;
    readonly ports: readonly FramePort[];
    readonly isLedTo: boolean;
  },
  "frame"
>;

/** Frames and steps have names of their own; on the canvas they are told apart by this. */
const prefix = "frame:";

export function frameNodeId(frame: string): string {
  return prefix + frame;
}

/** Undefined: the node is no frame. */
export function frameIdOf(node: string): string | undefined {
  return node.startsWith(prefix) ? node.slice(prefix.length) : undefined;
}

type Seen = Pick<ViewState, "steps" | "frames" | "dragged" | "sizes" | "lit">;

export interface DrawnFrames {
  readonly nodes: FrameNode[];
  /** The folded frames that steps are hidden in: step to node. */
  readonly hidden: ReadonlyMap<string, string>;
}

/**
 * React Flow's nodes for the frames; one that did not change is the same object as before. A folded one opens while a step
 * in it is selected or lit, so that whatever leads to a step shows it.
 */
export function createFrameProjection(): (flow: Flow, seen: Seen) => DrawnFrames {
  let before = new Map<string, FrameNode>();
  let list: FrameNode[] = [];
  let hiddenBefore: ReadonlyMap<string, string> = new Map();
  return (flow, seen) => {
    const hidden = new Map<string, string>();
    const nodes = framesOf(flow).flatMap((frame): FrameNode[] => {
      const now = nodeOf(flow, frame, seen);
      if (now === undefined) return [];
      if (now.data.isFolded) for (const step of frame.steps) hidden.set(step, now.id);
      const known = before.get(now.id);
      return [known !== undefined && isSame(known, now) ? known : now];
    });
    before = new Map(nodes.map((node) => [node.id, node]));
    if (!holdTheSame(hidden, hiddenBefore)) hiddenBefore = hidden;
    list = sameList(list, nodes);
    return { nodes: list, hidden: hiddenBefore };
  };
}

function holdTheSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([step, frame]) => other.get(step) === frame);
}

/** Whether a frame is drawn as a card. */
function isFoldedNow({ collapsed, steps }: Frame, { steps: selected, lit }: Seen): boolean {
  return collapsed === true && !steps.some((id) => id === lit || selected.has(id));
}

/** React Flow lifts what is selected by 1000; a frame stays behind its cards and lines even then. */
const behindEverything = -1002;

function nodeOf(flow: Flow, frame: Frame, seen: Seen): FrameNode | undefined {
  const bounds = openBounds(flow, frame, seen.sizes);
  if (bounds === undefined) return undefined;
  const id = frameNodeId(frame.id);
  const isFolded = isFoldedNow(frame, seen);
  const folded = isFolded ? foldedShape(flow, frame) : undefined;
  const { width, height } = folded ?? bounds;
  const { ports = [], isLedTo = false } = folded ?? {};
  return {
    id,
    type: "frame",
    position: seen.dragged[id] ?? { x: bounds.x, y: bounds.y },
    selected: seen.frames.has(frame.id),
    data: { frame, isFolded, ports, isLedTo },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(width, ports, isLedTo),
    // Below lines, notes and cards; what is inside can be touched as if there were no frame.
    zIndex: isFolded ? 0 : behindEverything,
    ...(isFolded ? {} : { dragHandle: ".frame-handle", style: { pointerEvents: "none" as const } }),
  };
}

function handlesOf(width: number, ports: readonly FramePort[], isLedTo: boolean): NodeHandle[] {
  const sources = ports.map(
    ({ edge, y }): NodeHandle => ({ id: handleOf(edge), type: "source", position: Position.Right, x: width, y }),
  );
  return isLedTo ? [{ type: "target", position: Position.Left, x: 0, y: targetY }, ...sources] : sources;
}

/** The handle of a folded frame that a line leaves by. */
export function handleOf({ from, port }: Flow["edges"][number]): string {
  return `${from}/${port}`;
}

/** Lines of hidden steps begin and end at their frames; those that stay inside are not drawn. */
export function rerouted(edges: FlowEdge[], hidden: ReadonlyMap<string, string>): FlowEdge[] {
  if (hidden.size === 0) return edges;
  return edges.flatMap((edge): FlowEdge[] => {
    const source = hidden.get(edge.source);
    const target = hidden.get(edge.target);
    if (source === undefined && target === undefined) return [edge];
    if (source === target) return [];
    const from = source === undefined ? {} : { source, sourceHandle: `${edge.source}/${edge.sourceHandle}` };
    return [{ ...edge, ...from, ...(target === undefined ? {} : { target }) }];
  });
}

/** Where the steps of dragged frames are meanwhile. */
export function carriedSteps(
  flow: Flow,
  frames: Readonly<Record<string, Place>>,
  sizes: ViewState["sizes"],
): Readonly<Record<string, Place>> {
  const carried: Record<string, Place> = {};
  for (const frame of framesOf(flow)) {
    const to = frames[frameNodeId(frame.id)];
    const bounds = to && openBounds(flow, frame, sizes);
    if (to === undefined || bounds === undefined) continue;
    for (const step of frame.steps) {
      const { x, y } = flow.layout[step] ?? { x: 0, y: 0 };
      carried[step] = { x: x + to.x - bounds.x, y: y + to.y - bounds.y };
    }
  }
  return carried;
}

function isSame(one: FrameNode, other: FrameNode): boolean {
  return (
    one.data.frame === other.data.frame &&
    one.data.isFolded === other.data.isFolded &&
    one.data.isLedTo === other.data.isLedTo &&
    one.selected === other.selected &&
    one.width === other.width &&
    one.height === other.height &&
    one.position.x === other.position.x &&
    one.position.y === other.position.y &&
    one.data.ports.length === other.data.ports.length &&
    one.data.ports.every(({ edge, title }, index) => {
      const port = other.data.ports[index];
      return port?.edge === edge && port.title === title;
    })
  );
}
