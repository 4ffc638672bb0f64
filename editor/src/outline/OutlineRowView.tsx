import { IconChevronRight } from "@tabler/icons-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Position } from "../model/changes/index.ts";
import type { StepRow, WayRow } from "../model/outline.ts";
import type { VisibleRow } from "../model/outline-tree.ts";
import { summaryOf } from "../model/ports.ts";
import { titleOf } from "../model/step-words.ts";
import { StepIcon } from "../parts/StepIcon.tsx";
import { useNamedSounds } from "../prompts/sound-library.ts";
import { useFindingsOf } from "../workplace.tsx";
import classes from "./outline.module.css";

/** Pixels for each level. */
const indent = 16;

interface RowProps {
  readonly id: string;
  readonly seen: VisibleRow;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  select(): void;
  toggle(): void;
  openMenu(at: Position): void;
}

/** Keys are the tree's; a pointer selects, folds, or asks for the menu. */
export const OutlineRowView = memo(
  function OutlineRowView({ id, seen, isActive, isSelected, select, toggle, openMenu }: RowProps) {
    const { row, open, place, of } = seen;
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the tree has the focus and the keys.
      <div
        id={id}
        role="treeitem"
        aria-level={row.level}
        aria-expanded={open}
        aria-selected={isSelected}
        aria-posinset={place}
        aria-setsize={of}
        className={classes.row}
        data-active={isActive || undefined}
        style={{ paddingLeft: (row.level - 1) * indent }}
        onClick={select}
        onContextMenu={(event) => {
          event.preventDefault();
          select();
          openMenu({ x: event.clientX, y: event.clientY });
        }}
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the arrow keys fold. */}
        <span
          className={classes.fold}
          data-open={open}
          onClick={(event) => {
            event.stopPropagation();
            if (open !== undefined) toggle();
          }}
        >
          {open !== undefined && <IconChevronRight size={14} aria-hidden />}
        </span>
        {row.kind === "step" ? <StepWords row={row} /> : <WayWords row={row} />}
      </div>
    );
  },
  // What a row does is the same as long as it shows the same.
  (before, now) =>
    before.seen.row === now.seen.row &&
    before.seen.open === now.seen.open &&
    before.seen.place === now.seen.place &&
    before.seen.of === now.seen.of &&
    before.isActive === now.isActive &&
    before.isSelected === now.isSelected,
);

function StepWords({ row: { step } }: { readonly row: StepRow }) {
  const { t } = useTranslation();
  const found = useFindingsOf(step.id);
  const summary = useNamedSounds(summaryOf(step));
  const title = titleOf(step.type);
  return (
    <>
      <StepIcon type={step.type} size={22} />
      <span className={classes.label}>{step.label === "" ? step.id : step.label}</span>
      {step.label !== title && <span className={classes.quiet}>{title}</span>}
      {found[0] !== undefined && (
        <span className={classes.problem} data-severity={found[0].severity}>
          {t("canvas.problems", { count: found.length })}
        </span>
      )}
      <span className={classes.summary}>{summary}</span>
    </>
  );
}

function WayWords({ row: { port, to } }: { readonly row: WayRow }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={classes.way} data-kind={port.kind}>
        {port.title}
      </span>
      <span className={classes.quiet}>
        {to === undefined ? t("outline.nowhere") : t("outline.leadsTo", { to: to.label === "" ? to.id : to.label })}
      </span>
    </>
  );
}
