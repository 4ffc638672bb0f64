import { IconHandMove } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../parts/EmptyState.tsx";
import classes from "./canvas.module.css";

/** What an empty canvas says to somebody who has never drawn a flow. */
export function CanvasHint() {
  const { t } = useTranslation();
  return (
    <div className={classes.hint}>
      <EmptyState
        icon={<IconHandMove size={24} stroke={1.75} />}
        title={t("canvas.emptyTitle")}
        text={t("canvas.emptyText")}
      />
    </div>
  );
}
