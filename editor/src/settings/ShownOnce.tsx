import { ActionIcon, Alert, Button, CopyButton, Group, Stack, TextInput, Tooltip } from "@mantine/core";
import { modals } from "@mantine/modals";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

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
      <TextInput
        label={label}
        value={value}
        readOnly
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
        rightSection={
          <CopyButton value={value}>
            {({ copied, copy }) => (
              <Tooltip label={copied ? t("copied") : t("serverSettings.copy")}>
                <ActionIcon aria-label={t("serverSettings.copy")} onClick={copy}>
                  {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
                </ActionIcon>
              </Tooltip>
            )}
          </CopyButton>
        }
      />
      <Group justify="flex-end">
        <Button onClick={() => modals.closeAll()}>{t("serverSettings.kept")}</Button>
      </Group>
    </Stack>
  );
}
