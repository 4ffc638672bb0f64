import type { Flow } from "@ozflow/compiler";
import type { Node } from "@xyflow/react";
import type { Note } from "../model/changes/index.ts";
import type { ViewState } from "../model/view-store.ts";
import { sameList } from "./same-list.ts";

export type NoteNode = Node<{ readonly note: Note }, "note">;

/** Notes and steps have names of their own; on the canvas they are told apart by this. */
const prefix = "note:";

export function noteNodeId(note: string): string {
  return prefix + note;
}

/** Undefined: the node is no note. */
export function noteIdOf(node: string): string | undefined {
  return node.startsWith(prefix) ? node.slice(prefix.length) : undefined;
}

type Seen = Pick<ViewState, "notes" | "dragged" | "stretched">;

/** React Flow's nodes for the notes; one that did not change is the same object as before. */
export function createNoteProjection(): (flow: Flow, seen: Seen) => NoteNode[] {
  let before = new Map<string, NoteNode>();
  let list: NoteNode[] = [];
  return (flow, seen) => {
    const nodes = flow.notes.map((note) => {
      const now = nodeOf(note, seen);
      const known = before.get(now.id);
      return known !== undefined && isSame(known, now) ? known : now;
    });
    before = new Map(nodes.map((node) => [node.id, node]));
    list = sameList(list, nodes);
    return list;
  };
}

function nodeOf(note: Note, seen: Seen): NoteNode {
  const id = noteNodeId(note.id);
  const stretched = seen.stretched[note.id];
  const { width, height } = stretched ?? note;
  const { x, y } = stretched ?? seen.dragged[id] ?? note.position;
  return {
    id,
    type: "note",
    position: { x, y },
    selected: seen.notes.has(note.id),
    data: { note },
    width,
    height,
    measured: { width, height },
    // Below the cards: no step is hidden by a word about it.
    zIndex: -1,
  };
}

function isSame(one: NoteNode, other: NoteNode): boolean {
  return (
    one.data.note === other.data.note &&
    one.selected === other.selected &&
    one.width === other.width &&
    one.height === other.height &&
    one.position.x === other.position.x &&
    one.position.y === other.position.y
  );
}
