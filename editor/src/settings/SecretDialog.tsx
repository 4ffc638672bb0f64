import { Alert, Button, Group, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { securityApi } from "../api/security.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { sentenceOf, tell } from "../parts/notify.tsx";

/** Stores a secret: under a new name, or over what was there when `name` is given. */
export function SecretDialog({
  name,
  onClose,
  stored,
}: {
  readonly name: string;
  onClose(): void;
  stored(): Promise<void>;
}) {
  const { t } = useTranslation();
  const [fault, setFault] = useState<string>();
  const form = useForm({ initialValues: { name, value: "" } });
  const store = form.onSubmit(async (secret) => {
    setFault(undefined);
    try {
      await securityApi.setSecret(secret.name, secret.value);
      onClose();
      tell(t("serverSettings.secrets.saved", { name: secret.name }));
      await stored();
    } catch (error) {
      setFault(sentenceOf(error));
    }
  });
  const title = name === "" ? t("serverSettings.secrets.add") : t("serverSettings.secrets.replace", { name });
  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={store} autoComplete="off">
        <Stack>
          {fault !== undefined && (
            <Alert color="red" role="alert">
              {fault}
            </Alert>
          )}
          {name === "" && (
            <TextInput
              label={t("serverSettings.secrets.name")}
              description={t("serverSettings.secrets.nameHelp")}
              required
              withAsterisk={false}
              maxLength={64}
              data-autofocus
              {...form.getInputProps("name")}
            />
          )}
          <PasswordInput
            label={t("serverSettings.secrets.value")}
            description={t("serverSettings.secrets.valueHelp")}
            autoComplete="off"
            required
            withAsterisk={false}
            maxLength={10_000}
            data-autofocus={name !== "" || undefined}
            {...form.getInputProps("value")}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {t("serverSettings.secrets.store")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
