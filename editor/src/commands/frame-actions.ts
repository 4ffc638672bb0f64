import i18next from "i18next";
import { addFrame, editFrame, framesOf, removeFrames } from "../model/changes/index.ts";
import type { Action, ActionContext } from "./action.ts";

/** Putting steps that belong together into a frame, and folding it. */
export const frameActions: readonly Action[] = [
  {
    id: "frame",
    needs: "saveFlow",
    group: "edit",
    icon: "Frame",
    shortcuts: ["mod+G"],
    keys: "canvas",
    enabled: ({ editor }) => editor.view.getState().steps.size > 0,
    run({ editor }) {
      const before = new Set(framesOf(editor.document.getState().flow).map(({ id }) => id));
      editor.document.commit(addFrame([...editor.view.getState().steps], i18next.t("frames.new")));
      const added = framesOf(editor.document.getState().flow).find(({ id }) => !before.has(id));
      if (added !== undefined) editor.view.selectFrame(added.id);
    },
  },
  {
    id: "unframe",
    needs: "saveFlow",
    group: "edit",
    icon: "FrameOff",
    shortcuts: ["mod+shift+G"],
    keys: "canvas",
    enabled: (context) => meantFrames(context).size > 0,
    run: (context) => context.editor.document.commit(removeFrames(meantFrames(context))),
  },
  {
    id: "fold-frame",
    needs: "saveFlow",
    group: "view",
    icon: "LayoutNavbarCollapse",
    shortcuts: ["F"],
    keys: "canvas",
    enabled: (context) => meantFrames(context).size > 0,
    run(context) {
      const { document, view } = context.editor;
      const [id] = meantFrames(context);
      const frame = framesOf(document.getState().flow).find((one) => one.id === id);
      if (frame === undefined) return;
      // A frame stays open while one of its steps is selected.
      view.selectFrame(frame.id);
      document.commit(editFrame(frame.id, { collapsed: frame.collapsed !== true }));
    },
  },
];

/** The selected frames, else those that the selected steps lie in. */
function meantFrames({ editor }: ActionContext): ReadonlySet<string> {
  const { frames, steps } = editor.view.getState();
  if (frames.size > 0) return frames;
  const around = framesOf(editor.document.getState().flow).filter((frame) => frame.steps.some((id) => steps.has(id)));
  return new Set(around.map(({ id }) => id));
}
