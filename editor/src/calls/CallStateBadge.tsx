import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CallState } from "../api/types.ts";

const stateColors: Readonly<Record<CallState, string>> = {
  requested: "gray",
  ringing: "yellow",
  active: "harbour",
  ended: "gray",
  failed: "red",
};

export function CallStateBadge({ state }: { readonly state: CallState }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={stateColors[state]}>
      {t(`calls.states.${state}`)}
    </Badge>
  );
}
