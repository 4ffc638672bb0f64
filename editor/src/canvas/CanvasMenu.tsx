import { Menu } from "@mantine/core";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { actions, isOffered, runAction } from "../commands/actions.ts";
import type { Position } from "../model/changes/index.ts";
import { NamedIcon } from "../parts/icons.tsx";
import { Shortcut } from "../parts/Shortcut.tsx";
import { useWorkplace } from "../workplace.tsx";
import classes from "./canvas.module.css";

const groups = [
  actions.filter((action) => action.group === "edit" && action.keys === "browser"),
  actions.filter((action) => action.group === "edit" && action.keys === "canvas" && action.id !== "add-note"),
  actions.filter(
    (action) =>
      ["add-note", "arrange"].includes(action.id) || action.id === "fit-view" || action.id === "zoom-to-selection",
  ),
];

/** The menu of the right mouse button. */
export function CanvasMenu({ at, onClose }: { readonly at: Position | undefined; onClose(): void }) {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  if (at === undefined) return null;
  const offered = groups.map((group) => group.filter((action) => isOffered(action, workplace)));
  return (
    <Menu opened onClose={onClose} position="bottom-start" width={250} key={`${at.x} ${at.y}`}>
      <Menu.Target>
        <div className={classes.menuAnchor} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map((group, index) => (
          <Fragment key={groups[index]?.[0]?.id}>
            {index > 0 && group.length > 0 && <Menu.Divider />}
            {group.map((action) => (
              <Menu.Item
                key={action.id}
                leftSection={<NamedIcon name={action.icon} />}
                rightSection={<Shortcut keys={action.shortcuts[0]} />}
                disabled={!action.enabled(workplace)}
                onClick={() => runAction(action, workplace)}
              >
                {t(`actions.${action.id}`)}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
