import { Button, Group, Paper, Text } from "@mantine/core";
import { IconAlertTriangle, IconCloudOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useEditor, useSync } from "../workplace.tsx";
import classes from "./editor.module.css";

/** Says why work is not on the server, above the canvas, as long as it is not. */
export function SaveBanner() {
  const { t } = useTranslation();
  const { sync } = useEditor();
  const status = useSync((state) => state.status);
  const refusal = useSync((state) => state.refusal);
  const isOffline = status === "offline";
  const Icon = isOffline ? IconCloudOff : IconAlertTriangle;
  return (
    <div className={classes.banner} role="status">
      {(isOffline || status === "refused") && (
        <Paper withBorder shadow="sm" px="sm" py={6}>
          <Group gap="sm" wrap="nowrap">
            <Icon size={18} stroke={1.75} className={classes.bannerIcon} />
            <Text size="sm">{isOffline ? t("save.offlineText") : t("save.notSaved", { sentence: refusal ?? "" })}</Text>
            {isOffline && (
              <Button size="compact-sm" variant="light" onClick={() => void sync.save()}>
                {t("save.tryNow")}
              </Button>
            )}
          </Group>
        </Paper>
      )}
    </div>
  );
}
