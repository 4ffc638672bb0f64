import type { Flow } from "@ozflow/compiler";
import { useReactFlow } from "@xyflow/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OpenedFlow } from "../api/types.ts";
import { createDrafts, type Draft } from "../model/drafts.ts";
import { openEditor } from "../model/editor.ts";
import { tell, tellToStay } from "../parts/notify.tsx";
import { createPublishedStore } from "../publish/use-publishing.ts";
import { useMay, useSession } from "../session.tsx";
import { forgetCalledFlows } from "../sub-flows/flow-library.ts";
import { startCompilerThread } from "../worker/compiler-thread.ts";
import type { Workplace } from "../workplace.tsx";
import { browserStorage, tabName } from "./browser-drafts.ts";
import { createSurface } from "./create-surface.ts";
import { saveToServer } from "./save-to-server.ts";
import { watchForTimeToWrite } from "./time-to-write.ts";

const timeToWrite = watchForTimeToWrite();

/** Opens the flow for drawing as long as the page stands. */
export function useOpenedWorkplace(opened: OpenedFlow): Workplace | undefined {
  const { t } = useTranslation();
  const may = useMay();
  const user = useSession().user?.id ?? "";
  const view = useReactFlow();
  // Its functions stay valid, the object does not stay the same.
  const viewRef = useRef(view);
  viewRef.current = view;
  const [workplace, setWorkplace] = useState<Workplace>();

  useEffect(() => {
    forgetCalledFlows();
    const compiler = startCompilerThread();
    const canDraw = may("saveFlow");
    let notKept = false;
    const drafts = createDrafts(browserStorage(), {
      user,
      flowId: opened.id,
      tab: tabName(),
      now: Date.now,
      timeToWrite,
      whenNotKept() {
        if (!notKept) tellToStay(t("save.notKept"));
        notKept = true;
      },
    });
    const services = {
      save: (flow: Flow, version: number) => saveToServer(opened.id, flow, version),
      drafts,
      check: compiler.check,
      prove: compiler.prove,
      whenOnline(listener: () => void) {
        window.addEventListener("online", listener);
        return () => window.removeEventListener("online", listener);
      },
    };
    let close: (() => void) | undefined;
    let isGone = false;
    const open = (draft: Draft | undefined) => {
      if (isGone) return;
      const editor = openEditor({ id: opened.id, stored: opened, draft }, services, canDraw);
      close = editor.close;
      const surface = createSurface(editor, () => viewRef.current);
      if (editor.restored) tell(t("save.restored"));
      setWorkplace({ editor, surface, may, compiler, publishedStore: createPublishedStore(opened.published) });
    };
    if (canDraw) void drafts.read().then(open);
    else open(undefined);
    return () => {
      isGone = true;
      close?.();
      compiler.stop();
    };
  }, [opened, may, t, user]);
  return workplace;
}
