import { type DragEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./file-drop.module.css";

/** Takes files that are dropped anywhere on it, and says so while they are held over it. Without `onDrop` it takes none. */
export function FileDrop({
  onDrop,
  children,
}: {
  onDrop: ((files: readonly File[]) => void) | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const hold = (event: DragEvent) => {
    if (onDrop === undefined || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone; the Import button does the same by keyboard.
    <div
      className={classes.area}
      onDragOver={hold}
      onDragLeave={(event) => {
        const next = event.relatedTarget;
        if (!(next instanceof Node && event.currentTarget.contains(next))) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop?.([...event.dataTransfer.files]);
      }}
    >
      {children}
      {isOver && <div className={classes.over}>{t("import.dropHere")}</div>}
    </div>
  );
}
