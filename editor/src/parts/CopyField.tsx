import { ActionIcon, CopyButton, TextInput, type TextInputProps, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** Something to be carried elsewhere: selected when it is entered, copied by a button. */
export function CopyField({ value, copyLabel, ...rest }: TextInputProps & CopyFieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      {...rest}
      value={value}
      readOnly
      onFocus={(event) => event.currentTarget.select()}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      rightSection={
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? t("copied") : copyLabel}>
              <ActionIcon aria-label={copyLabel} onClick={copy}>
                {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      }
    />
  );
}

interface CopyFieldProps {
  readonly value: string;
  readonly copyLabel: string;
}
