import { ActionIcon, Group, ScrollArea, Tooltip } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ActionId } from "../commands/action.ts";
import { findAction, isOffered, runAction } from "../commands/actions.ts";
import { outlineOf, wayId } from "../model/outline.ts";
import { visibleRows } from "../model/outline-tree.ts";
import { ActionPicture } from "../parts/ActionPicture.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { useDocument, useView, useWorkplace } from "../workplace.tsx";
import { OutlineRowView } from "./OutlineRowView.tsx";
import classes from "./outline.module.css";
import { useTreeKeys } from "./use-tree-keys.ts";

const tools: readonly ActionId[] = [
  "add-next",
  "insert",
  "connect",
  "disconnect",
  "replace",
  "rename",
  "edit",
  "duplicate",
  "remove",
];

/**
 * The flow as a tree of steps and their ways out. It selects what the canvas selects, so every action of the editor
 * works here as well, undo included.
 */
export default function OutlinePanel() {
  const { t } = useTranslation();
  const { editor } = useWorkplace();
  const flow = useDocument((state) => state.flow);
  const active = useView(({ way, steps }) => (way === undefined ? [...steps].at(-1) : wayId(way)));
  const selected = useView((state) => state.steps);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => visibleRows(outlineOf(flow), toggled, active), [flow, toggled, active]);
  const tree = useRef<HTMLDivElement>(null);
  const toggle = (id: string) =>
    setToggled((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
  const keys = useTreeKeys(rows, active, toggle);

  useEffect(() => {
    if (active !== undefined) document.getElementById(rowId(active))?.scrollIntoView({ block: "nearest" });
  }, [active]);

  if (rows.length === 0)
    return (
      <EmptyState
        icon={<ActionPicture action={findAction("outline")} size={24} />}
        title={t("outline.empty")}
        text={t("outline.emptyText")}
      />
    );
  return (
    <div className={classes.panel}>
      <Tools />
      <ScrollArea className={classes.rows} type="hover" viewportProps={{ tabIndex: -1 }}>
        <div
          ref={tree}
          role="tree"
          tabIndex={0}
          aria-label={t("panels.outline")}
          aria-multiselectable
          aria-activedescendant={active === undefined ? undefined : rowId(active)}
          className={classes.tree}
          onKeyDown={keys.onKeyDown}
          onFocus={keys.onFocus}
        >
          {rows.map((seen) => (
            <OutlineRowView
              key={seen.row.id}
              id={rowId(seen.row.id)}
              seen={seen}
              isActive={seen.row.id === active}
              isSelected={seen.row.id === active || (seen.row.kind === "step" && selected.has(seen.row.id))}
              select={() => keys.goTo(seen.row.id)}
              toggle={() => toggle(seen.row.id)}
              openMenu={(menuAt) => editor.view.setState({ menuAt })}
            />
          ))}
        </div>
      </ScrollArea>
    </div>
  );
}

function rowId(id: string): string {
  return `outline ${id}`.replaceAll(" ", "-");
}

/** What can be done with the active row; the keys for it stand beside the names. */
function Tools() {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  // Whether they can be run depends on both.
  useDocument((state) => state.flow);
  useView((state) => state.way);
  useView((state) => state.steps);
  const offered = tools.map(findAction).filter((action) => isOffered(action, workplace));
  return (
    <Group gap={2} className={classes.tools} role="toolbar" aria-label={t("outline.tools")}>
      {offered.map((action) => (
        <Tooltip key={action.id} label={t(`actions.${action.id}`)}>
          <ActionIcon
            aria-label={t(`actions.${action.id}`)}
            disabled={!action.enabled(workplace)}
            onClick={() => runAction(action, workplace)}
          >
            <ActionPicture action={action} />
          </ActionIcon>
        </Tooltip>
      ))}
    </Group>
  );
}
