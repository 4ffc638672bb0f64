import { ActionIcon, Text, Tooltip } from "@mantine/core";
import { Panel, useStore } from "@xyflow/react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { ActionId } from "../commands/action.ts";
import { findAction, isOffered, runAction } from "../commands/actions.ts";
import { ActionPicture } from "../parts/ActionPicture.tsx";
import { useWorkplace } from "../workplace.tsx";
import classes from "./canvas.module.css";

const shown: readonly ActionId[] = ["zoom-out", "zoom-in", "fit-view", "arrange"];

/** Drawn once; only the number moves with the view. */
export const CanvasControls = memo(function CanvasControls() {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  const offered = shown.map(findAction).filter((action) => isOffered(action, workplace));
  return (
    <Panel position="bottom-left" className={classes.controls}>
      {offered.map((action) => (
        <Tooltip key={action.id} label={t(`actions.${action.id}`)}>
          <ActionIcon aria-label={t(`actions.${action.id}`)} onClick={() => runAction(action, workplace)}>
            <ActionPicture action={action} size={17} />
          </ActionIcon>
        </Tooltip>
      ))}
      <ZoomPercent />
    </Panel>
  );
});

function ZoomPercent() {
  const { t } = useTranslation();
  const percent = useStore(({ transform: [, , zoom] }) => Math.round(zoom * 100));
  return (
    <Text size="xs" c="dimmed" w={40} ta="center" lh="28px">
      {t("canvas.zoom", { percent })}
    </Text>
  );
}
