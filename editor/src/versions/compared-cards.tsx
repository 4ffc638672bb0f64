import type { NodeProps } from "@xyflow/react";
import { createContext, type ReactNode, useContext } from "react";
import { useTranslation } from "react-i18next";
import NoteCard from "../canvas/NoteCard.tsx";
import type { NoteNode } from "../canvas/note-projection.ts";
import type { StepNode } from "../canvas/projection.ts";
import { StepCard } from "../canvas/StepCard.tsx";
import type { DrawnTogether, Mark } from "./drawn-together.ts";
import classes from "./versions.module.css";

/** What is marked on the drawing. */
export const MarksContext = createContext<Pick<DrawnTogether, "steps" | "notes">>({
  steps: new Map(),
  notes: new Map(),
});

export function ComparedStep(props: NodeProps<StepNode>) {
  return (
    <Marked mark={useContext(MarksContext).steps.get(props.id)}>
      <StepCard {...props} />
    </Marked>
  );
}

export function ComparedNote(props: NodeProps<NoteNode>) {
  return (
    <Marked mark={useContext(MarksContext).notes.get(props.data.note.id)}>
      <NoteCard {...props} />
    </Marked>
  );
}

function Marked({ mark, children }: { readonly mark: Mark | undefined; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classes.marked} data-mark={mark}>
      {children}
      {mark !== undefined && <span className={classes.mark}>{t(`versions.marks.${mark}`)}</span>}
    </div>
  );
}
