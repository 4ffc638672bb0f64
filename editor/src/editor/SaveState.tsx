import { Button, Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconCloudOff, IconDeviceFloppy, IconLoader2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { findAction, runAction } from "../commands/actions.ts";
import type { SyncStatus } from "../model/sync-store.ts";
import { useSync, useWorkplace } from "../workplace.tsx";
import classes from "./editor.module.css";

const icons: Readonly<Record<SyncStatus, typeof IconCheck>> = {
  clean: IconCheck,
  dirty: IconDeviceFloppy,
  saving: IconLoader2,
  conflict: IconAlertTriangle,
  offline: IconCloudOff,
  refused: IconAlertTriangle,
};

/** Whether the work is on the server, and the button that brings it there. */
export function SaveState() {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  const status = useSync((state) => state.status);
  const Icon = icons[status];
  const saved = status === "clean" || status === "saving";
  return (
    <Tooltip label={t(`save.help.${status}`)}>
      <Button
        size="compact-sm"
        variant={saved ? "transparent" : "light"}
        color={saved ? "gray" : status === "dirty" ? "harbour" : "red"}
        className={classes.save}
        leftSection={<Icon size={15} stroke={1.75} />}
        aria-live="polite"
        onClick={() => runAction(findAction("save"), workplace)}
      >
        {t(`save.status.${status}`)}
      </Button>
    </Tooltip>
  );
}
