import { findStepDefinition, writeFlow } from "@ozflow/compiler";
import type { ReactFlowInstance } from "@xyflow/react";
import { canvasRect, followStep, moveMs, showSteps } from "../canvas/show-steps.ts";
import type { Surface } from "../commands/action.ts";
import { coveredSteps, onlyStep } from "../commands/selection.ts";
import type { Editor } from "../model/editor.ts";
import { fieldsOf } from "../model/fields.ts";
import { download } from "../parts/download.ts";
import { fileNameOf } from "../publish/file-name.ts";
import { pasteAtMiddle, readClipboard, writeClipboard } from "./clipboard.ts";
import { commandPalette } from "./command-palette-store.ts";
import { focusRegion } from "./focus-region.ts";

/** What actions ask of the page: of its view, which is looked up whenever it is needed. */
export function createSurface(editor: Editor, view: () => ReactFlowInstance): Surface {
  /** Where the focus was when a field was asked for. */
  let askedFrom: Element | null = null;
  return {
    save: () => void editor.sync.save(),
    // In the next frame: whoever asks may just have changed where things lie, or how much of them is seen.
    fitView: () => void requestAnimationFrame(() => showSteps(view(), editor)),
    zoomToSelection: () => showSteps(view(), editor, coveredSteps(editor)),
    showSelection: () =>
      void requestAnimationFrame(() => {
        const step = onlyStep(editor);
        if (step !== undefined) followStep(view(), editor, step.id);
      }),
    focusField(field) {
      const step = onlyStep(editor);
      if (step === undefined) return;
      askedFrom = document.activeElement;
      const [first] = fieldsOf(findStepDefinition(step.type)?.schema);
      const path = field === "first" && first !== undefined ? [first.key] : [];
      editor.view.setState({ focus: { step: step.id, path } });
    },
    leaveFields() {
      const canvas = document.querySelector<HTMLElement>('[data-region="canvas"]');
      const before = askedFrom instanceof HTMLElement && askedFrom !== document.body ? askedFrom : canvas;
      (before?.isConnected === true ? before : canvas)?.focus({ preventScroll: true });
    },
    focusRegion,
    zoom: (direction) =>
      void (direction === "in" ? view().zoomIn({ duration: moveMs }) : view().zoomOut({ duration: moveMs })),
    openCommands: () => commandPalette.open(),
    downloadJson() {
      const { flow } = editor.document.getState();
      download(`${fileNameOf(flow.name)}.json`, new Blob([writeFlow(flow)], { type: "application/json" }));
    },
    writeClipboard: (text) => void writeClipboard(text),
    toScreen: (position) => view().flowToScreenPosition(position),
    middle: () => {
      const { x, y, width, height } = canvasRect();
      return view().screenToFlowPosition({ x: x + width / 2, y: y + height / 2 });
    },
    pasteFromClipboard: () => void readClipboard().then((text) => pasteAtMiddle(editor, text, view())),
  };
}
