import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { copySelection, removeSelection } from "../commands/selection.ts";
import type { Workplace } from "../workplace.tsx";
import { pasteAtMiddle } from "./clipboard.ts";
import { isTyping } from "./is-typing.ts";

/** Copy, cut and paste as the browser reports them: they reach the system's clipboard without asking for permission. */
export function useClipboard({ editor }: Workplace): void {
  const { screenToFlowPosition } = useReactFlow();
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      if (isTyping(event.target) || editor.view.getState().steps.size === 0 || isTextSelected()) return;
      event.clipboardData?.setData("text/plain", copySelection(editor));
      event.preventDefault();
      if (event.type === "cut") removeSelection(editor, "cut");
    };
    const put = (event: ClipboardEvent) => {
      if (isTyping(event.target) || !editor.canDraw) return;
      event.preventDefault();
      pasteAtMiddle(editor, event.clipboardData?.getData("text/plain") ?? "", { screenToFlowPosition });
    };
    document.addEventListener("copy", take);
    document.addEventListener("cut", take);
    document.addEventListener("paste", put);
    return () => {
      document.removeEventListener("copy", take);
      document.removeEventListener("cut", take);
      document.removeEventListener("paste", put);
    };
  }, [editor, screenToFlowPosition]);
}

/** Words of a transcript or a document that somebody marked are what they want to copy. */
function isTextSelected(): boolean {
  return (window.getSelection()?.toString() ?? "") !== "";
}
