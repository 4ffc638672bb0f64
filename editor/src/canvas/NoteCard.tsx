import { type NodeProps, NodeResizer } from "@xyflow/react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { maxNoteLength, noteSizes, resizeNote, writeNote } from "../model/changes/index.ts";
import { useEditor } from "../workplace.tsx";
import classes from "./note-card.module.css";
import type { NoteNode } from "./note-projection.ts";

/** Words of the author beside the flow. A double click, or Enter on the note, begins writing. */
export default memo(function NoteCard({ data: { note }, selected }: NodeProps<NoteNode>) {
  const { t } = useTranslation();
  const { document, view, canDraw } = useEditor();
  // A note with nothing on it has just been made.
  const [writing, setWriting] = useState(note.text === "" && canDraw);
  const write = () => canDraw && setWriting(true);
  return (
    <article className={classes.note} data-selected={selected || undefined} data-testid={`note-${note.id}`}>
      <NodeResizer
        isVisible={selected === true && canDraw}
        minWidth={noteSizes.min.width}
        minHeight={noteSizes.min.height}
        maxWidth={noteSizes.max.width}
        maxHeight={noteSizes.max.height}
        lineClassName={classes.line ?? ""}
        handleClassName={classes.handle ?? ""}
        onResize={(_, { x, y, width, height }) =>
          view.setState((now) => ({ stretched: { ...now.stretched, [note.id]: { x, y, width, height } } }))
        }
        onResizeEnd={(_, { x, y, width, height }) => {
          document.commit(resizeNote(note.id, { x, y, width, height }));
          view.setState({ stretched: {} });
        }}
      />
      {writing ? (
        <textarea
          // The note was asked to be written on.
          // biome-ignore lint/a11y/noAutofocus: see above.
          autoFocus
          className={`${classes.words} nodrag nowheel nopan`}
          aria-label={t("canvas.note")}
          maxLength={maxNoteLength}
          value={note.text}
          onChange={({ currentTarget: { value } }) => document.commit(writeNote(note.id, value))}
          onBlur={() => {
            document.seal();
            setWriting(false);
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") event.currentTarget.blur();
          }}
        />
      ) : (
        <button
          type="button"
          className={classes.words}
          onDoubleClick={write}
          onKeyDown={(e) => e.key === "Enter" && write()}
        >
          {note.text === "" ? t("canvas.emptyNote") : note.text}
        </button>
      )}
    </article>
  );
});
