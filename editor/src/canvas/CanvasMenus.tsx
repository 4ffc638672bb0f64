import { lazy, Suspense } from "react";
import { useView } from "../workplace.tsx";

/** Loaded when they are first opened. */
const CanvasMenu = lazy(() => import("./CanvasMenu.tsx"));
const OpenQuestion = lazy(() => import("./OpenQuestion.tsx"));

/** What opens over the canvas and goes again: the menu of what can be done, and what an action asks. */
export function CanvasMenus() {
  const menuAt = useView((state) => state.menuAt);
  const question = useView((state) => state.question);
  return (
    <Suspense fallback={null}>
      {menuAt !== undefined && <CanvasMenu at={menuAt} />}
      {question !== undefined && <OpenQuestion key={JSON.stringify(question)} question={question} />}
    </Suspense>
  );
}
