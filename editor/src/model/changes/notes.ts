import type { Flow } from "@ozflow/compiler";
import type { Change } from "../change.ts";
import { freeStepId } from "../step-ids.ts";
import { type Position, type Size, whole } from "./add-step.ts";

export type Note = Flow["notes"][number];

/** Characters; the flow file's own bound. */
export const maxNoteLength = 2000;
/** Pixels; the flow file's own bounds, and how large a new note is. */
export const noteSizes = {
  min: { width: 80, height: 40 },
  max: { width: 2000, height: 2000 },
  new: { width: 240, height: 120 },
};

export function addNote(at: Position): Change {
  return {
    name: "add-note",
    apply(flow) {
      const id = freeStepId("note", new Set(flow.notes.map((note) => note.id)));
      return { ...flow, notes: [...flow.notes, { id, text: "", position: whole(at), ...noteSizes.new }] };
    },
  };
}

/** What is typed into one note is one undo step. */
export function writeNote(id: string, text: string): Change {
  const short = text.slice(0, maxNoteLength);
  return changed("edit-note", id, (note) => (note.text === short ? note : { ...note, text: short }), `note ${id}`);
}

export function moveNote(id: string, to: Position, group?: string): Change {
  const { x, y } = whole(to);
  const move = (note: Note) =>
    note.position.x === x && note.position.y === y ? note : { ...note, position: { x, y } };
  return changed("move-steps", id, move, group);
}

/** Pulled at its left or upper edge a note moves as well. */
export function resizeNote(id: string, to: Position & Size): Change {
  const width = within(to.width, noteSizes.min.width, noteSizes.max.width);
  const height = within(to.height, noteSizes.min.height, noteSizes.max.height);
  return changed("edit-note", id, (note) => ({ ...note, position: whole(to), width, height }));
}

export function removeNotes(ids: ReadonlySet<string>): Change {
  return {
    name: "remove-notes",
    apply(flow) {
      const notes = flow.notes.filter((note) => !ids.has(note.id));
      return notes.length === flow.notes.length ? flow : { ...flow, notes };
    },
  };
}

function changed(name: Change["name"], id: string, change: (note: Note) => Note, group?: string): Change {
  return {
    name,
    ...(group === undefined ? {} : { group }),
    apply(flow) {
      const before = flow.notes.find((note) => note.id === id);
      const after = before && change(before);
      if (after === undefined || after === before) return flow;
      return { ...flow, notes: flow.notes.map((note) => (note === before ? after : note)) };
    },
  };
}

function within(value: number, min: number, max: number): number {
  return Math.round(Math.min(max, Math.max(min, value)));
}
