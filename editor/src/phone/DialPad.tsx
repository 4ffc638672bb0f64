import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./phone.module.css";

export const dialKeys = [..."123456789*0#"];

export function DialPad({ enabled, onPress }: { readonly enabled: boolean; onPress(key: string): void }) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.pad} aria-label={t("phone.pad")}>
      {dialKeys.map((key) => (
        <UnstyledButton
          key={key}
          className={classes.key}
          disabled={!enabled}
          aria-label={t("phone.key", { key })}
          onClick={() => onPress(key)}
        >
          {key}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
