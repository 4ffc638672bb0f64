import { Alert, Button, Group, Stack } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useTranslation } from "react-i18next";
import { CopyField } from "../parts/CopyField.tsx";

/** What the server tells once and never again: a password, a token. Its window closes only by its button. */
export function showOnce({ title, text, label, value }: ShownOnceProps & { readonly title: string }): void {
  modals.open({
    title,
    closeOnClickOutside: false,
    closeOnEscape: false,
    withCloseButton: false,
    children: <ShownOnce text={text} label={label} value={value} />,
  });
}

interface ShownOnceProps {
  readonly text: string;
  readonly label: string;
  readonly value: string;
}

function ShownOnce({ text, label, value }: ShownOnceProps) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Alert color="yellow">{text}</Alert>
      <CopyField label={label} value={value} copyLabel={t("serverSettings.copy")} data-autofocus />
      <Group justify="flex-end">
        <Button onClick={() => modals.closeAll()}>{t("serverSettings.kept")}</Button>
      </Group>
    </Stack>
  );
}
