import { useEffect } from "react";
import type { Editor } from "../model/editor.ts";

/** Asks before a tab with unsaved work is closed. The draft is kept in any case. */
export function useLeaveGuard(editor: Editor): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (editor.sync.getState().status !== "clean") event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [editor]);
}
