import { ActionIcon, Text, Tooltip } from "@mantine/core";
import { Panel, useViewport } from "@xyflow/react";
import { useTranslation } from "react-i18next";
import type { ActionId } from "../commands/action.ts";
import { findAction, isOffered, runAction } from "../commands/actions.ts";
import { NamedIcon } from "../parts/icons.tsx";
import { useWorkplace } from "../workplace.tsx";
import classes from "./canvas.module.css";

const shown: readonly ActionId[] = ["zoom-out", "zoom-in", "fit-view", "arrange"];

export function CanvasControls() {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  const { zoom } = useViewport();
  const offered = shown.map(findAction).filter((action) => isOffered(action, workplace));
  return (
    <Panel position="bottom-left" className={classes.controls}>
      {offered.map((action) => (
        <Tooltip key={action.id} label={t(`actions.${action.id}`)}>
          <ActionIcon aria-label={t(`actions.${action.id}`)} onClick={() => runAction(action, workplace)}>
            <NamedIcon name={action.icon} size={17} />
          </ActionIcon>
        </Tooltip>
      ))}
      <Text size="xs" c="dimmed" w={40} ta="center" lh="28px">
        {t("canvas.zoom", { percent: Math.round(zoom * 100) })}
      </Text>
    </Panel>
  );
}
