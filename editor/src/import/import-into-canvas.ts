import type { OzmlFile } from "@ozflow/compiler";
import { commitAndSelect } from "../commands/selection.ts";
import { type Position, paste, withoutKnownEntries } from "../model/changes/index.ts";
import type { Editor } from "../model/editor.ts";

/** Adds what the OzML says as steps, their upper left corner at the position: one undo step, once the author agrees. */
export async function importIntoCanvas(editor: Editor, files: readonly OzmlFile[], at: Position): Promise<void> {
  const { confirmImport } = await import("./confirm-import.tsx");
  confirmImport(
    files,
    (flow) => void commitAndSelect(editor, paste(flow, at, "import")),
    (flow) => withoutKnownEntries(flow, editor.document.getState().flow),
  );
}
