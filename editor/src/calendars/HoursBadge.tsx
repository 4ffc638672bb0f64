import { Badge } from "@mantine/core";
import type { HoursState } from "@ozflow/compiler";
import { useTranslation } from "react-i18next";

const colors: Readonly<Record<HoursState, string>> = { open: "harbour", closed: "gray", holiday: "orange" };

export function HoursBadge({ state }: { readonly state: HoursState }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={colors[state]}>
      {t(`calendars.states.${state}`)}
    </Badge>
  );
}
