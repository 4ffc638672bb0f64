import { Menu } from "@mantine/core";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { actions, isOffered, runAction } from "../commands/actions.ts";
import type { Position } from "../model/changes/index.ts";
import { ActionPicture } from "../parts/ActionPicture.tsx";
import { Shortcut } from "../parts/Shortcut.tsx";
import { useFocusReturn } from "../parts/use-focus-return.ts";
import { useWorkplace } from "../workplace.tsx";
import classes from "./canvas.module.css";

const groups = [
  actions.filter((action) => action.group === "edit" && action.keys === "browser"),
  actions.filter((action) => action.group === "edit" && action.keys === "canvas" && action.id !== "add-note"),
  actions.filter(
    (action) =>
      ["add-note", "arrange", "fold-frame"].includes(action.id) ||
      action.id === "fit-view" ||
      action.id === "zoom-to-selection",
  ),
];

/** Pixels between the menu and the edge of the window. */
const edgePx = 8;

/** The menu of the right mouse button, or of its key, on the canvas and in the outline. */
export default function CanvasMenu({ at }: { readonly at: Position }) {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  useFocusReturn();
  const offered = groups.map((group) => group.filter((action) => isOffered(action, workplace)));
  return (
    <Menu
      opened
      onClose={() => workplace.editor.view.setState({ menuAt: undefined })}
      position="bottom-start"
      width={280}
      hideDetached={false}
      // It stays on the screen, wherever it is opened.
      middlewares={{ flip: false, shift: { crossAxis: true, padding: edgePx } }}
      styles={{ dropdown: { maxHeight: `calc(100dvh - ${2 * edgePx}px)`, overflowY: "auto" } }}
      // The key that has opened it was pressed outside of it, and does not close it.
      clickOutsideEvents={["mousedown", "touchstart"]}
      key={`${at.x} ${at.y}`}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={t("canvas.menu")}
          className={classes.menuAnchor}
          style={{ left: at.x, top: at.y }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map((group, index) => (
          <Fragment key={groups[index]?.[0]?.id}>
            {index > 0 && group.length > 0 && <Menu.Divider />}
            {group.map((action) => (
              <Menu.Item
                key={action.id}
                leftSection={<ActionPicture action={action} />}
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
