import type { Flow } from "@ozflow/compiler";

/** What an undo step is called; the catalogue has the words (`changes`). */
export type ChangeName =
  | "add-step"
  | "remove-steps"
  | "connect"
  | "disconnect"
  | "move-steps"
  | "replace-step"
  | "align"
  | "add-note"
  | "edit-note"
  | "remove-notes"
  | "edit-prompts"
  | "add-frame"
  | "edit-frame"
  | "remove-frames"
  | "edit-step"
  | "rename-step"
  | "edit-variables"
  | "rename-flow"
  | "edit-languages"
  | "edit-promises"
  | "edit-fallback"
  | "arrange"
  | "paste"
  | "import"
  | "duplicate"
  | "cut"
  | "mend"
  | "take-over"
  | "restore";

/** Something an author does to a flow. Pure: the same flow in, the same flow out; a flow it cannot change comes back as it is. */
export interface Change {
  readonly name: ChangeName;
  /** Changes of one group, directly one after the other, are one undo step: typing in one field, nudging one step. */
  readonly group?: string;
  apply(flow: Flow): Flow;
}

/** Several changes that the author sees as one. */
export function together(name: ChangeName, ...changes: readonly Pick<Change, "apply">[]): Change {
  return { name, apply: (flow) => changes.reduce((current, change) => change.apply(current), flow) };
}
