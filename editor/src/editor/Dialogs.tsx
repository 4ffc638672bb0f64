import { lazy, Suspense } from "react";
import type { DialogName } from "../model/view-store.ts";
import { useEditor, useSync, useView } from "../workplace.tsx";

/** Loaded when they are first opened. */
const dialogs: Readonly<Record<DialogName, React.ComponentType<{ onClose(): void }>>> = {
  publish: lazy(() => import("../publish/PublishDialog.tsx")),
  "start-call": lazy(() => import("../publish/StartCallDialog.tsx")),
  "export-zip": lazy(() => import("../publish/ExportDialog.tsx")),
  guard: lazy(() => import("../publish/GuardDialog.tsx")),
  address: lazy(() => import("../publish/AddressDialog.tsx")),
  prompts: lazy(() => import("../prompt-table/PromptsDialog.tsx")),
  versions: lazy(() => import("../versions/VersionsDialog.tsx")),
  shortcuts: lazy(() => import("./ShortcutsDialog.tsx")),
  variables: lazy(() => import("../publish/VariablesDialog.tsx")),
};
const ConflictDialog = lazy(() => import("../publish/ConflictDialog.tsx"));

export function Dialogs() {
  const { view } = useEditor();
  const name = useView((state) => state.dialog);
  const inConflict = useSync((state) => state.theirs !== undefined);
  const Open = name === undefined ? undefined : dialogs[name];
  return (
    <Suspense fallback={null}>
      {inConflict ? <ConflictDialog /> : Open && <Open onClose={() => view.setState({ dialog: undefined })} />}
    </Suspense>
  );
}
