import { Button, Group, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { securityApi } from "../api/security.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { tell } from "../parts/notify.tsx";
import { useAttempt } from "../parts/use-attempt.tsx";

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
  const { attempt, refusal } = useAttempt();
  const form = useForm({ initialValues: { name, value: "" } });
  const store = form.onSubmit((secret) =>
    attempt(async () => {
      await securityApi.setSecret(secret.name, secret.value);
      onClose();
      tell(t("serverSettings.secrets.saved", { name: secret.name }));
      await stored();
    }),
  );
  const title = name === "" ? t("serverSettings.secrets.add") : t("serverSettings.secrets.replace", { name });
  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={store} autoComplete="off">
        <Stack>
          {refusal}
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
