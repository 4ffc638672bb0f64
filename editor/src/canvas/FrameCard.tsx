import { ActionIcon, ColorSwatch, Menu } from "@mantine/core";
import { IconChevronDown, IconChevronRight, IconFrameOff, IconPalette } from "@tabler/icons-react";
import { Handle, type NodeProps, Position } from "@xyflow/react";
import { type CSSProperties, memo, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  editFrame,
  type Frame,
  type FrameColour,
  frameColours,
  maxFrameTitle,
  removeFrames,
} from "../model/changes/index.ts";
import { ToolButton } from "../parts/ToolButton.tsx";
import { useEditor } from "../workplace.tsx";
import classes from "./frame-card.module.css";
import { type FrameNode, handleOf } from "./frame-projection.ts";

/** The colours of the families of steps serve here too; they can be told apart in both themes. */
const tints: Readonly<Record<FrameColour, string>> = {
  grey: "var(--edge)",
  green: "var(--family-entry)",
  blue: "var(--family-talk)",
  violet: "var(--family-ask)",
  orange: "var(--family-connect)",
  red: "var(--family-end)",
};

/** Steps that belong together: open, a frame behind them; folded, one card with the lines that leave it. */
export default memo(function FrameCard({ data, selected }: NodeProps<FrameNode>) {
  const { t } = useTranslation();
  const { frame, isFolded, ports, isLedTo } = data;
  return (
    <section
      className={classes.frame}
      style={{ "--tint": tints[frame.colour] } as CSSProperties}
      data-folded={isFolded || undefined}
      data-selected={selected || undefined}
      data-testid={`frame-${frame.id}`}
      aria-label={t("frames.label", { title: frame.title })}
    >
      {isFolded && isLedTo && (
        <Handle type="target" position={Position.Left} className={classes.target} isConnectableEnd={false} />
      )}
      <FrameHead frame={frame} isFolded={isFolded} isSelected={selected === true} />
      {isFolded && <p className={classes.count}>{t("frames.steps", { count: frame.steps.length })}</p>}
      {ports.length > 0 && (
        <ul className={classes.ports}>
          {ports.map(({ edge, title }) => (
            <li key={handleOf(edge)} className={classes.port}>
              <span className={classes.portTitle}>{title}</span>
              <Handle type="source" position={Position.Right} id={handleOf(edge)} className={classes.source} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
});

interface HeadProps {
  readonly frame: Frame;
  readonly isFolded: boolean;
  readonly isSelected: boolean;
}

function FrameHead({ frame, isFolded, isSelected }: HeadProps) {
  const { t } = useTranslation();
  const { document, view, canDraw } = useEditor();
  const [writing, setWriting] = useState(false);
  const foldLabel = t(isFolded ? "frames.unfold" : "frames.fold", { title: frame.title });
  const fold = () => {
    // While one of its steps is selected a frame stays open.
    if (!isFolded) view.selectFrame(frame.id);
    document.commit(editFrame(frame.id, { collapsed: !isFolded }));
  };
  return (
    <header className={`${classes.head} frame-handle`}>
      <ActionIcon
        size="sm"
        className="nodrag"
        aria-label={foldLabel}
        aria-expanded={!isFolded}
        disabled={!canDraw}
        onClick={fold}
      >
        {isFolded ? <IconChevronRight size={16} /> : <IconChevronDown size={16} />}
      </ActionIcon>
      {writing ? (
        <input
          // The title was asked to be written.
          // biome-ignore lint/a11y/noAutofocus: see above.
          autoFocus
          className={`${classes.titleField} nodrag nopan`}
          aria-label={t("frames.title")}
          maxLength={maxFrameTitle}
          value={frame.title}
          onChange={({ currentTarget: { value } }) => document.commit(editFrame(frame.id, { title: value }))}
          onBlur={() => {
            document.seal();
            setWriting(false);
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape" || event.key === "Enter") event.currentTarget.blur();
          }}
        />
      ) : (
        <button
          type="button"
          className={classes.title}
          onDoubleClick={() => canDraw && setWriting(true)}
          onKeyDown={(event) => event.key === "Enter" && canDraw && setWriting(true)}
        >
          {frame.title === "" ? t("frames.untitled") : frame.title}
        </button>
      )}
      {isSelected && canDraw && <FrameTools frame={frame} />}
    </header>
  );
}

function FrameTools({ frame }: { readonly frame: Frame }) {
  const { t } = useTranslation();
  const { document } = useEditor();
  return (
    <div className={`${classes.tools} nodrag`}>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" aria-label={t("frames.colour")}>
            <IconPalette size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {frameColours.map((colour) => (
            <Menu.Item
              key={colour}
              aria-current={colour === frame.colour}
              leftSection={<ColorSwatch size={14} color={tints[colour]} />}
              onClick={() => document.commit(editFrame(frame.id, { colour }))}
            >
              {t(`frames.colours.${colour}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ToolButton
        label={t("actions.unframe")}
        icon={IconFrameOff}
        size="sm"
        onClick={() => document.commit(removeFrames(new Set([frame.id])))}
      />
    </div>
  );
}
