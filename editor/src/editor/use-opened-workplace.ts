import { spotlight } from "@mantine/spotlight";
import { type Flow, writeFlow } from "@ozflow/compiler";
import { useReactFlow } from "@xyflow/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OpenedFlow } from "../api/types.ts";
import { canvasRect, moveMs, showSteps } from "../canvas/show-steps.ts";
import type { Surface } from "../commands/action.ts";
import { createDrafts } from "../model/drafts.ts";
import { type Editor, openEditor } from "../model/editor.ts";
import { download } from "../parts/download.ts";
import { tell } from "../parts/notify.tsx";
import { fileNameOf } from "../publish/file-name.ts";
import { createPublishedStore } from "../publish/use-publishing.ts";
import { useMay } from "../session.tsx";
import { startCompilerThread } from "../worker/compiler-thread.ts";
import type { Workplace } from "../workplace.tsx";
import { pasteAtMiddle, readClipboard, writeClipboard } from "./clipboard.ts";
import { saveToServer } from "./save-to-server.ts";

/** Opens the flow for drawing as long as the page stands. */
export function useOpenedWorkplace(opened: OpenedFlow): Workplace | undefined {
  const { t } = useTranslation();
  const may = useMay();
  const view = useReactFlow();
  // Its functions stay valid, the object does not stay the same.
  const viewRef = useRef(view);
  viewRef.current = view;
  const [workplace, setWorkplace] = useState<Workplace>();

  useEffect(() => {
    const compiler = startCompilerThread();
    const services = {
      save: (flow: Flow, version: number) => saveToServer(opened.id, flow, version),
      drafts: createDrafts(window.localStorage),
      check: compiler.check,
    };
    const editor = openEditor(opened.id, opened, services, may("saveFlow"));
    const surface: Surface = {
      save: () => void save(editor, t),
      // In the next frame: whoever asks may just have changed where things lie, or how much of them is seen.
      fitView: () => void requestAnimationFrame(() => showSteps(viewRef.current, editor)),
      zoomToSelection: () => showSteps(viewRef.current, editor, editor.view.getState().steps),
      zoom: (direction) =>
        void (direction === "in"
          ? viewRef.current.zoomIn({ duration: moveMs })
          : viewRef.current.zoomOut({ duration: moveMs })),
      openCommands: () => spotlight.open(),
      downloadJson() {
        const { flow } = editor.document.getState();
        download(`${fileNameOf(flow.name)}.json`, new Blob([writeFlow(flow)], { type: "application/json" }));
      },
      writeClipboard: (text) => void writeClipboard(text),
      toScreen: (position) => viewRef.current.flowToScreenPosition(position),
      middle: () => {
        const { x, y, width, height } = canvasRect();
        return viewRef.current.screenToFlowPosition({ x: x + width / 2, y: y + height / 2 });
      },
      pasteFromClipboard: () => void readClipboard().then((text) => pasteAtMiddle(editor, text, viewRef.current)),
    };
    if (editor.restored) tell(t("save.restored"));
    setWorkplace({ editor, surface, may, compiler, publishedStore: createPublishedStore(opened.published) });
    return () => {
      editor.close();
      compiler.stop();
    };
  }, [opened, may, t]);
  return workplace;
}

async function save(editor: Editor, t: ReturnType<typeof useTranslation>["t"]): Promise<void> {
  const saved = await editor.sync.save();
  if (saved.outcome === "offline") tell(t("save.offlineText"));
  if (saved.outcome === "refused") tell(saved.message);
}
