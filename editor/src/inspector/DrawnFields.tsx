import type { ReactNode } from "react";
import { useEditor } from "../workplace.tsx";
import classes from "./inspector.module.css";

/** Fields that belong to the drawing: who may only look sees them and cannot change them. */
export function DrawnFields({ children }: { readonly children: ReactNode }) {
  const { canDraw } = useEditor();
  return (
    <fieldset disabled={!canDraw} className={classes.drawn}>
      {children}
    </fieldset>
  );
}
